using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.WorkOrders;

/// <summary>GET /api/visits/{id}/signature: the picture of the signature, to whoever may see the visit.</summary>
internal static class SignatureDoor
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/visits/{id:guid}/signature", (Delegate)Get).WithTags("work-orders").WithSummary("the picture of a visit's signature").WithMetadata(May.SignedIn);

    private static async Task<IResult> Get(HttpContext context, Guid id, Sessions sessions, Blobs blobs)
    {
        var principal = May.SignedIn.Check(context.Principal);
        var visit = await sessions.Read(principal, reading => reading.Get<Visit, VisitId>(new(id), context.RequestAborted));
        var content = visit.Signature is { } signature ? blobs.Open(signature.Image) : null;
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, max-age=3600";
        return Results.Stream(content ?? throw new Missing(), "image/png");
    }
}

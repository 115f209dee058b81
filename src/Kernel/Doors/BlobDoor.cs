using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Callout.Kernel;

/// <summary>POST /api/blobs with the file as the body. Whoever then names its hash in a command attaches it.</summary>
internal static class BlobDoor
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/api/blobs", (Delegate)Post).WithTags("blobs").WithSummary("keep a file").WithMetadata(May.SignedIn)
            .Produces<Blob>().Produces<ProblemDocument>(422, "application/problem+json");

    private static Task<Blob> Post(HttpContext context, Blobs blobs)
    {
        May.SignedIn.Check(context.Principal);
        // One byte more than may be kept, so that who sends too much hears it from us and not from the server.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = Blobs.SizeAtMost + (1 << 20);
        Refusal.If(context.Request.ContentLength > Blobs.SizeAtMost, "blob.too-large", $"A file may have {Blobs.SizeAtMost >> 20} MB at most.");
        return blobs.Keep(context.Request.Body, (context.Request.ContentType ?? "").Split(';')[0].Trim().ToLowerInvariant(), context.RequestAborted);
    }
}

using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.WorkOrders;

/// <summary>GET /api/attachments/{id}: the file itself, to whoever may see what it is attached to.</summary>
internal static class AttachmentDoor
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/attachments/{id:guid}", (Delegate)Get).WithTags("work-orders").WithSummary("the content of an attachment").WithMetadata(May.SignedIn);

    private static async Task<IResult> Get(HttpContext context, Guid id, Sessions sessions, Blobs blobs)
    {
        var principal = May.SignedIn.Check(context.Principal);
        var attachment = await sessions.Read(principal, reading => reading.Get<Attachment, AttachmentId>(new(id), context.RequestAborted));
        var content = blobs.Open(attachment.Hash) ?? throw new Missing();
        // Shown by its name only when saved; never run in our own page's name.
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.CacheControl = "private, max-age=31536000, immutable";
        return Results.Stream(content, attachment.MediaType, attachment.Name, enableRangeProcessing: true);
    }
}

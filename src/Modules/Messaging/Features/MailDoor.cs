using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Callout.Messaging;

/// <summary>POST /api/inbound/mail: a provider hands over a whole mail (RFC 822), signed. What is answered with 2xx must not be sent again.</summary>
internal static class MailDoor
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/inbound/mail", (Delegate)Post).WithTags("messaging").WithSummary("hand over an incoming mail").WithMetadata(May.Anyone)
            .Accepts<byte[]>("message/rfc822").Produces(202).Produces<ProblemDocument>(422, "application/problem+json");

    private static async Task<IResult> Post(HttpContext context, MailRoom room, SignedHooks hooks)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MailRoom.SizeAtMost;
        var body = await hooks.Read(context, context.RequestAborted);
        return await room.Take(new MemoryStream(body), context.RequestAborted) == Mailed.Refused
            ? throw new Refusal("mail.unreadable", "This mail cannot be taken: it is not RFC 822, or nothing is set up that it could go to.")
            : Results.StatusCode(StatusCodes.Status202Accepted);
    }
}

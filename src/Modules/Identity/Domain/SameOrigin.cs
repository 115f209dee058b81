using Microsoft.AspNetCore.Http;

namespace Callout.Identity;

/// <summary>A browser sends our cookie with what any page makes it send; so what changes something must come from our own pages, and say so.</summary>
internal static class SameOrigin
{
    private static readonly string[] Ours = ["X-Callout", "X-Requested-With"];

    public static void Check(HttpContext context)
    {
        var request = context.Request;
        var harmless = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
        var socket = context.WebSockets.IsWebSocketRequest || request.Headers.ContainsKey("Sec-WebSocket-Key") || HttpMethods.IsConnect(request.Method);
        if (harmless && !socket) return;
        // A page cannot set a header on a socket, so its origin alone must do.
        if (!IsSame(request) || (!socket && !Ours.Any(request.Headers.ContainsKey))) throw new CrossSite();
    }

    private static bool IsSame(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        if (site.Length + origin.Length == 0) return false;
        return site is "" or "same-origin" && (origin.Length == 0 || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
    }
}

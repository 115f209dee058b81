using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Identity;

/// <summary>GET /api/organisation/logo: the picture on the letterhead.</summary>
internal static class LogoDoor
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/organisation/logo", (Delegate)Get).WithTags("identity").WithSummary("the logo on the letterhead").WithMetadata(May.SignedIn);

    public static async Task<IReadOnlyCollection<string>> Named(IReadOnlyCollection<string> hashes, Reading reading, CancellationToken ct) =>
        await reading.Of<Organisation>().Where(o => o.Logo != null && hashes.Contains(o.Logo)).Select(o => o.Logo!).ToListAsync(ct);

    private static async Task<IResult> Get(HttpContext context, Sessions sessions, Blobs blobs)
    {
        var principal = May.SignedIn.Check(context.Principal);
        var logo = await sessions.Read(principal, reading => reading.Of<Organisation>().Select(o => o.Logo).FirstOrDefaultAsync(context.RequestAborted));
        var picture = (logo is null ? null : blobs.Open(logo)) ?? throw new Missing();
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Stream(picture, Organisation.LogoType(picture));
    }
}

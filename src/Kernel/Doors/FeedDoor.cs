using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using NodaTime.Text;

namespace Callout.Kernel;

/// <summary>Parts of what a device held were not what they should have been, and were sent to it anew.</summary>
[Event("feed.differed")]
public sealed record FeedDiffered(IReadOnlyList<string> Audiences) : IEvent;

/// <summary>GET /api/feed?cursor=…&amp;days=2026-11-22/2026-11-28</summary>
internal static class FeedDoor
{
    public static void Map(IEndpointRouteBuilder endpoints) =>
        endpoints.MapGet("/api/feed", (Delegate)Get).WithTags("sync").WithSummary("what changed since a cursor").WithMetadata(May.SignedIn).Produces<FeedPage>();

    private static async Task<FeedPage> Get(HttpContext context, Feed feed, Stores stores, Protocol protocol, IClock clock, string? cursor, string? days, string[]? anew, bool? digests, Guid? store, Guid? device)
    {
        var (principal, ct) = (May.SignedIn.Check(context.Principal), context.RequestAborted);
        protocol.Check(context);
        if (store is { } kept && device is { } line) await stores.Compare(context, principal, kept, DeviceId.From(line), ct);
        var page = await feed.Read(principal, cursor, Days(days, clock), anew ?? [], digests ?? false, ct);
        if (anew is { Length: > 0 } && !page.MustResnapshot) await stores.Differed(principal, device, page.Entered.Intersect(anew), ct);
        return page;
    }

    // Without days: yesterday to a week from now, by UTC; the board names the days it shows.
    private static DateInterval Days(string? text, IClock clock)
    {
        var today = clock.GetCurrentInstant().InUtc().Date;
        if (text is null) return new DateInterval(today.PlusDays(-1), today.PlusDays(7));
        var parts = text.Split('/');
        var (from, to) = (LocalDatePattern.Iso.Parse(parts[0]), LocalDatePattern.Iso.Parse(parts[^1]));
        return from.Success && to.Success && parts.Length <= 2 && from.Value <= to.Value
            ? new DateInterval(from.Value, to.Value)
            : throw new Unreadable("days", "Give one day, or the first and the last, as 2026-11-22/2026-11-28.");
    }
}

using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Callout.Kernel;

/// <summary>Somebody asked for what their role may not do. The door is a route, never an address with what was in it.</summary>
[Event("access.denied")]
public sealed record AccessDenied([property: NotPersonal] string Door) : IEvent;

/// <summary>Writes refused access into the ledger: each door once a minute for each who knocks, so that knocking cannot fill it.</summary>
internal sealed class Denials(Writer writer, IClock clock)
{
    private const int KnownAtMost = 10_000;

    private static readonly Duration Pause = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<(string Who, string Door), Instant> last = [];

    public Task Note(HttpContext context) =>
        context.Principal is { } principal && context.GetEndpoint() is RouteEndpoint endpoint
            ? Note(principal, $"{context.Request.Method} {endpoint.RoutePattern.RawText}")
            : Task.CompletedTask;

    private async Task Note(Principal principal, string door)
    {
        var now = clock.GetCurrentInstant();
        if (last.TryGetValue((principal.Key, door), out var before) && now - before < Pause) return;
        if (last.Count >= KnownAtMost) last.Clear();
        last[(principal.Key, door)] = now;
        await writer.Write(new Envelope(Guid.NewGuid(), principal), (session, _) => Task.FromResult(Denied(session, door)), CancellationToken.None);
    }

    public static AccessDenied Denied(Session session, string door) => session.Append(Subject.Of(session.Principal), new AccessDenied(door));
}

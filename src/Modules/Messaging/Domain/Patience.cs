using System.Collections.Concurrent;

namespace Callout.Messaging;

/// <summary>Bounds how often something is done without signing in: from one address, or towards one person. Forgotten when the server starts anew.</summary>
internal sealed class Patience(IClock clock)
{
    private const int KnownAtMost = 20_000;

    private readonly ConcurrentDictionary<string, (Instant From, int Count)> done = [];

    /// <summary>Counts it; null when it may be done, or else how long to wait.</summary>
    public Duration? Take(string what, int atMost, Duration within)
    {
        var now = clock.GetCurrentInstant();
        if (done.Count >= KnownAtMost) done.Clear();
        var (from, count) = done.AddOrUpdate(what, _ => (now, 1), (_, last) => now - last.From > within ? (now, 1) : (last.From, last.Count + 1));
        return count <= atMost ? null : from + within - now;
    }
}

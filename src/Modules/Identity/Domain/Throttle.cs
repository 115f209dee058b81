using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace Callout.Identity;

/// <summary>Bounds how often one address may try a password or a link, whoever it pretends to be.</summary>
internal sealed class Throttle(IClock clock)
{
    private const int AtMost = 30, KnownAtMost = 10_000;

    private static readonly Duration Within = Duration.FromMinutes(1);

    private readonly ConcurrentDictionary<string, (Instant From, int Count)> tries = [];

    public void Check(HttpContext context)
    {
        var now = clock.GetCurrentInstant();
        if (tries.Count >= KnownAtMost) tries.Clear();
        var (_, count) = tries.AddOrUpdate(
            context.Connection.RemoteIpAddress?.ToString() ?? "", _ => (now, 1),
            (_, last) => now - last.From > Within ? (now, 1) : (last.From, last.Count + 1));
        if (count > AtMost) throw new Busy();
    }
}

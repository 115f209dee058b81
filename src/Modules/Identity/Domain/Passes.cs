using System.Collections.Concurrent;

namespace Callout.Identity;

/// <summary>Remembers for two seconds who holds a ticket or a key; so long may a right outlive its end, on this node and on every other.</summary>
internal sealed class Passes(IClock clock)
{
    private const int KnownAtMost = 10_000;

    private static readonly Duration Remembered = Duration.FromSeconds(2);

    private readonly ConcurrentDictionary<string, (Principal Principal, Instant Until)> known = [];

    public async ValueTask<Principal?> Of(byte[] hash, Func<Task<Principal?>> find)
    {
        var (key, now) = (Convert.ToHexString(hash), clock.GetCurrentInstant());
        if (known.TryGetValue(key, out var pass) && now < pass.Until) return pass.Principal;
        if (known.Count >= KnownAtMost) known.Clear();
        if (await find() is { } principal)
        {
            known[key] = (principal, now + Remembered);
            return principal;
        }

        known.TryRemove(key, out _);
        return null;
    }

    public void Forget(byte[] hash) => known.TryRemove(Convert.ToHexString(hash), out _);
}

namespace Callout.Identity;

/// <summary>Counts failures for an e-mail address, whether or not it is anyone's, so that a lock tells nothing.</summary>
internal sealed class SignInGuard
{
    private const int Free = 5;

    private static readonly Duration First = Duration.FromMinutes(1), Longest = Duration.FromMinutes(15), Forgotten = Duration.FromHours(24);

    public byte[] Address { get; init; } = [];

    public int Failures { get; private set; }

    public Instant LastAt { get; private set; }

    public Instant? LockedUntil { get; private set; }

    public bool IsLocked(Instant now) => now < LockedUntil;

    /// <summary>Five are free; then the wait doubles with each, up to a quarter of an hour.</summary>
    public void Fail(Instant now)
    {
        if (now > LastAt + Forgotten) Failures = 0;
        (Failures, LastAt) = (Failures + 1, now);
        if (Failures >= Free) LockedUntil = now + Duration.Min(Longest, First * (1 << Math.Min(Failures - Free, 8)));
    }
}

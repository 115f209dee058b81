namespace Callout.Kernel;

/// <summary>Removes the pieces of files that nobody goes on sending, and files that no row names, both after a time that a phone without signal outlasts.</summary>
internal sealed class Sweeper(House house, Blobs blobs, Sessions sessions, IClock clock) : Worker("files")
{
    private const int AskedAtOnce = 500;

    private static readonly Duration Every = Duration.FromDays(1), AbandonedAfter = Duration.FromDays(14), UnnamedAfter = Duration.FromDays(90);

    private readonly SemaphoreSlim turn = new(1);
    private Instant next = Instant.MinValue;

    public override async Task<bool> Step(CancellationToken ct)
    {
        // Whoever finds it sweeping is answered when that is done; what broke off is begun again.
        await turn.WaitAsync(ct);
        try
        {
            var now = clock.GetCurrentInstant();
            if (now >= next) await Sweep(now, ct);
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task Sweep(Instant now, CancellationToken ct)
    {
        blobs.Incoming.RemoveAbandoned(now - AbandonedAfter);
        blobs.RemoveBrokenOff(now - AbandonedAfter);
        foreach (var some in blobs.Before(now - UnnamedAfter).Chunk(AskedAtOnce)) await sessions.Read(Principal.System, reading => Sweep(some, now - UnnamedAfter, reading, ct));
        next = now + Every;
    }

    private async Task<bool> Sweep(IReadOnlyCollection<string> hashes, Instant before, Reading reading, CancellationToken ct)
    {
        HashSet<string> unnamed = [.. hashes];
        foreach (var source in house.FileSources) unnamed.ExceptWith(await source.Named(hashes, reading, ct));
        // What waits for a person to decide may name a file, too; and what was set aside stays on record with its photos.
        foreach (var letter in unnamed.Count > 0 ? await reading.Of<DeadLetter>().Select(l => l.Raw).ToListAsync(ct) : []) unnamed.RemoveWhere(letter.Contains);
        foreach (var held in unnamed.Count > 0 ? await reading.Of<HeldCommand>().Select(h => h.Line).ToListAsync(ct) : []) unnamed.RemoveWhere(held.Contains);
        foreach (var hash in hashes)
        {
            if (unnamed.Contains(hash)) blobs.Remove(hash, before);
            // Found in use, it is not asked about again for as long as a new one.
            else blobs.Touch(hash);
        }

        return true;
    }
}

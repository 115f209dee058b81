namespace Callout.Kernel;

/// <summary>Which kinds of event the ledger has gained, and which reactions left something behind: read once for all who each wait for one kind.</summary>
internal sealed class Tail(Dbs dbs)
{
    private const int Batch = 2000;

    // Another node may have left something behind.
    private static readonly Duration LookAtLeastEvery = Duration.FromSeconds(5);

    private readonly SemaphoreSlim one = new(1);
    private readonly Dictionary<string, long> last = [];
    private HashSet<string> behind = [];
    private Instant looked;
    private long from = -1, seen = -1;

    /// <summary>False when there is certainly nothing of that name after the one position and up to the other.</summary>
    public async Task<bool> MayHave(string name, long after, long head, CancellationToken ct)
    {
        using var turn = await Turn(ct);
        if (from < 0) from = seen = after;
        if (after < from) return true;
        while (seen < head)
            if (!await Read(head, ct)) return true;
        return last.GetValueOrDefault(name) > after;
    }

    /// <summary>Whether that reaction had something waiting, some seconds ago at most.</summary>
    public async Task<bool> IsBehind(string reaction, Instant now, CancellationToken ct)
    {
        using var turn = await Turn(ct);
        if (now - looked > LookAtLeastEvery)
        {
            await using var db = dbs.Open(Sight.Everything);
            behind = await db.Set<Backlog>().Select(b => b.Reaction).Distinct().ToHashSetAsync(ct);
            looked = now;
        }

        return behind.Contains(reaction);
    }

    // False when the ledger ends before what was heard of.
    private async Task<bool> Read(long head, CancellationToken ct)
    {
        await using var db = dbs.Open(Sight.Everything);
        var some = await db.Set<LedgerEntry>().Where(e => e.Pos > seen && e.Pos <= head).OrderBy(e => e.Pos).Select(e => new { e.Pos, e.Name }).Take(Batch).ToListAsync(ct);
        foreach (var entry in some) last[entry.Name] = seen = entry.Pos;
        return some.Count > 0;
    }

    private async Task<IDisposable> Turn(CancellationToken ct)
    {
        await one.WaitAsync(ct);
        return new Ended(one);
    }

    private sealed class Ended(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}

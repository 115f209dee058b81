namespace Callout.Kernel;

/// <param name="Events">How many hold, from the first.</param>
/// <param name="Fault">What is wrong with the first that does not.</param>
public sealed record Verdict(long Events, byte[] Head, string? Fault);

/// <summary>Walks the whole chain, as many pages at once as there are cores: each entry follows from the hash that the one before it says it has, and that one is looked at on its own page.</summary>
public sealed class Verifier(Dbs dbs)
{
    private const int Usual = 4000;

    private static readonly int AtOnce = Math.Max(2, Environment.ProcessorCount);

    /// <param name="length">Of a page, in events.</param>
    public async Task<Verdict> Run(CancellationToken ct, int length = Usual)
    {
        var verdict = new Verdict(0, Chain.Root, null);
        while (true)
        {
            var from = verdict.Events;
            var pages = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(n => Task.Run(() => Checked(from + n * length, length, ct), ct)));
            foreach (var page in pages)
            {
                if (page.Found == 0) return await Ended(verdict, ct);
                verdict = page.Verdict;
                if (verdict.Fault is not null) return verdict;
                if (page.Found < length) return await Ended(verdict, ct);
            }
        }
    }

    /// <summary>Through one connection, for what is yet to be committed.</summary>
    public static async Task<Verdict> Of(Db db, CancellationToken ct)
    {
        var chain = new Chain(0, Chain.Root);
        await foreach (var entry in db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Pos).AsAsyncEnumerable().WithCancellation(ct))
            if (chain.Check(entry) is { } fault) return new Verdict(chain.Pos, chain.Hash, fault);
        return new Verdict(chain.Pos, chain.Hash, null);
    }

    private async Task<(int Found, Verdict Verdict)> Checked(long after, int length, CancellationToken ct)
    {
        await using var db = dbs.Open(Sight.Everything);
        var before = after == 0 ? Chain.Root : await db.Set<LedgerEntry>().Where(e => e.Pos == after).Select(e => e.Hash).FirstOrDefaultAsync(ct);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Pos > after && e.Pos <= after + length).OrderBy(e => e.Pos).ToListAsync(ct);
        // Without the one before it nothing here is reached: its absence is found on its own page, or at the end.
        if (before is null || entries.Count == 0) return (0, new(after, Chain.Root, null));
        var chain = new Chain(after, before);
        var fault = entries.Select(chain.Check).FirstOrDefault(fault => fault is not null);
        return (entries.Count, new(chain.Pos, chain.Hash, fault));
    }

    // Where a page is short, or nothing follows it, the ledger ended when it was read; or something is missing.
    private async Task<Verdict> Ended(Verdict verdict, CancellationToken ct)
    {
        await using var db = dbs.Open(Sight.Everything);
        var more = await db.Set<LedgerEntry>().AnyAsync(e => e.Pos > verdict.Events + 1, ct) && !await db.Set<LedgerEntry>().AnyAsync(e => e.Pos == verdict.Events + 1, ct);
        return more ? verdict with { Fault = $"position {verdict.Events + 1} is missing" } : verdict;
    }
}

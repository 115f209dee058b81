namespace Callout.Kernel;

/// <param name="Events">How many hold, from the first.</param>
/// <param name="Fault">What is wrong with the first that does not.</param>
public sealed record Verdict(long Events, byte[] Head, string? Fault);

/// <summary>Walks the whole chain.</summary>
public sealed class Verifier(Dbs dbs)
{
    public async Task<Verdict> Run(CancellationToken ct)
    {
        await using var db = dbs.Open(Sight.Everything);
        return await Of(db, ct);
    }

    public static async Task<Verdict> Of(Db db, CancellationToken ct)
    {
        var chain = new Chain(0, Chain.Root);
        await foreach (var entry in db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Pos).AsAsyncEnumerable().WithCancellation(ct))
            if (chain.Check(entry) is { } fault) return new Verdict(chain.Pos, chain.Hash, fault);
        return new Verdict(chain.Pos, chain.Hash, null);
    }
}

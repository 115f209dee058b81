namespace Callout.Kernel;

/// <summary>A module's own reader of the whole ledger.</summary>
internal sealed record LedgerReader(string Name, Func<IReadOnlyList<LedgerEntry>, Session, CancellationToken, Task> Handle);

internal sealed class LedgerReaderWorker(LedgerReader reader, Dbs dbs, Writer writer, Nudge nudge) : Reader(reader.Name, dbs, writer, nudge)
{
    private const int Batch = 200;

    public override async Task<bool> Step(CancellationToken ct)
    {
        await using var db = Open();
        var from = await Position(db, ct);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Pos > from).OrderBy(e => e.Pos).Take(Batch).ToListAsync(ct);
        if (entries.Count == 0) return false;
        await Writer.Write(Envelope.System(Id.Derived(entries[0].CommandId, entries[0].Ordinal, Name)), async (session, ct) =>
        {
            if (await Move(from, entries[^1].Pos, session, ct)) await reader.Handle(entries, session, ct);
            return true;
        }, ct);
        return true;
    }
}

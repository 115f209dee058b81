namespace Callout.Kernel;

/// <summary>Follows the ledger and keeps each changed document ready for everyone who may see it.</summary>
internal sealed class FeedReader(House house, Dbs dbs, Writer writer, Nudge nudge) : Reader("feed", dbs, writer, nudge)
{
    private const int Batch = 64;

    public override async Task<bool> Step(CancellationToken ct)
    {
        await using var db = Open();
        var from = await Position(db, ct);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Pos > from).OrderBy(e => e.Pos).Take(Batch).ToListAsync(ct);
        if (entries.Count == 0) return false;

        var touched = Touched(entries);
        var renderings = await Render(touched.Keys, db, ct);
        var audiences = await Writer.Write(Envelope.System(Guid.NewGuid()), async (session, ct) =>
            await Move(from, entries[^1].Pos, session, ct) ? await FeedShelf.Put(touched, renderings, session.Db, ct) : null, ct);
        if (audiences is not null) Nudge.FeedMoved(entries[^1].Pos, audiences);
        return true;
    }

    private static Dictionary<string, long> Touched(IEnumerable<LedgerEntry> entries)
    {
        var touched = new Dictionary<string, long>();
        foreach (var entry in entries)
            foreach (var document in entry.Touched.Split(' ', StringSplitOptions.RemoveEmptyEntries)) touched[document] = entry.Pos;
        return touched;
    }

    // What is rendered may already be newer than the entry that asked for it; its own entry follows and changes nothing.
    private async Task<Dictionary<string, Rendering>> Render(IEnumerable<string> documents, Db db, CancellationToken ct)
    {
        var renderings = new Dictionary<string, Rendering>();
        foreach (var group in documents.Select(d => d.Split('/')).ToLookup(d => d[0], d => Guid.Parse(d[1])))
            if (house.Documents.FirstOrDefault(d => d.Name == group.Key) is { } definition)
                foreach (var rendering in await definition.Render([.. group], db, ct)) renderings[$"{group.Key}/{rendering.Id}"] = rendering;
        return renderings;
    }
}

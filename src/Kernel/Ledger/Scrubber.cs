namespace Callout.Kernel;

/// <summary>After each erasure, once the feed has followed it: makes the database forget its own copies of what was deleted.</summary>
internal sealed class Scrubber(IStorage storage, Dbs dbs, Writer writer, Nudge nudge) : Reader("scrubber", dbs, writer, nudge)
{
    public override async Task<bool> Step(CancellationToken ct)
    {
        await using var db = Open();
        var from = await Position(db, ct);
        var erased = await db.Set<LedgerEntry>().Where(e => e.Name == "person.erased" && e.Pos > from).MinAsync(e => (long?)e.Pos, ct);
        var followed = await db.Set<ReaderCursor>().Where(c => c.Name == "feed").Select(c => c.Pos).FirstOrDefaultAsync(ct);
        if (erased is not { } pos || followed < pos) return false;
        await storage.Scrub(ct);
        return await Writer.Write(Envelope.System(Guid.NewGuid()), (session, ct) => Move(from, pos, session, ct), ct);
    }
}

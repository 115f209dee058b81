namespace Callout.Kernel;

/// <summary>Follows the ledger with a cursor of its own, which moves in the transaction of its effect.</summary>
public abstract class Reader : Worker
{
    private readonly Dbs dbs;

    internal Reader(string name, Dbs dbs, Writer writer, Nudge nudge) : base(name) => (this.dbs, Writer, Nudge) = (dbs, writer, nudge);

    private protected Writer Writer { get; }

    private protected Nudge Nudge { get; }

    private protected Db Open() => dbs.Open(Sight.Everything);

    internal Task<long> Position(Db db, CancellationToken ct) =>
        db.Set<ReaderCursor>().Where(c => c.Name == Name).Select(c => c.Pos).FirstOrDefaultAsync(ct);

    /// <summary>False when another node has been here first.</summary>
    internal async Task<bool> Move(long from, long to, Session session, CancellationToken ct)
    {
        var cursor = await AskedByAll.Of(session.Db).Cursor(session.Db, Name, ct);
        if (cursor is null) session.Keep(cursor = new ReaderCursor { Name = Name });
        if (cursor.Pos != from) return false;
        cursor.Pos = to;
        return true;
    }
}

/// <summary>How far a reader has come.</summary>
public sealed class ReaderCursor
{
    public string Name { get; internal init; } = "";

    public long Pos { get; internal set; }
}

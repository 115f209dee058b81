namespace Callout.Kernel;

/// <summary>An event on which a reaction failed, or that waits behind one: tried again, and after eight failures left to a person.</summary>
internal sealed class Backlog
{
    public string Reaction { get; private init; } = "";

    public long Pos { get; private init; }

    public string Subject { get; private init; } = "";

    public int Attempts { get; private set; }

    public Instant NextAt { get; private set; }

    public Instant? ParkedAt { get; private set; }

    public string? Error { get; private set; }

    public static Backlog Of(string reaction, LedgerEntry entry, string? error, bool parked, Instant now)
    {
        var row = new Backlog { Reaction = reaction, Pos = entry.Pos, Subject = entry.Subject, NextAt = now };
        if (error is not null) row.Fail(error, now);
        if (parked) row.ParkedAt = now;
        return row;
    }

    /// <summary>False when another node has been here first.</summary>
    public static async Task<bool> Take(Backlog seen, Session session, CancellationToken ct)
    {
        var row = await Locked(seen.Reaction, seen.Pos, session, ct);
        if (row is not null) session.Db.Remove(row);
        return row is not null;
    }

    public static async Task<bool> Failed(Backlog seen, string error, Session session, CancellationToken ct)
    {
        if (await Locked(seen.Reaction, seen.Pos, session, ct) is { } row && row.Attempts == seen.Attempts) row.Fail(error, session.Now);
        return true;
    }

    public static Task<Backlog?> Locked(string reaction, long pos, Session session, CancellationToken ct) =>
        session.Locked<Backlog>().FirstOrDefaultAsync(b => b.Reaction == reaction && b.Pos == pos, ct);

    public void TryAgain(Instant now) => (Attempts, ParkedAt, NextAt) = (0, null, now);

    private void Fail(string error, Instant now)
    {
        (Attempts, Error) = (Attempts + 1, error);
        NextAt = now + Duration.FromSeconds(Math.Min(300, 1 << Attempts));
        if (Attempts >= Kernel.Reaction.AttemptsAtMost) ParkedAt = now;
    }
}

namespace Callout.Kernel;

[Event("reaction.retried")]
public sealed record ReactionRetried(long Pos) : IEvent;

[Event("reaction.skipped")]
public sealed record ReactionSkipped(long Pos) : IEvent;

public sealed record ParkedReactions(IReadOnlyList<ParkedReaction> Items);

public sealed record ParkedReaction(string Reaction, long Pos, string Subject, int Attempts, string? Error, Instant? ParkedAt, int Behind);

/// <summary>The work list: what a reaction could not do, and how many events wait behind it.</summary>
public sealed record FindParkedReactions(long? After)
{
    internal static async Task<ParkedReactions> Handle(FindParkedReactions query, Reading reading, CancellationToken ct)
    {
        var after = query.After ?? 0;
        var rows = await reading.Of<Backlog>().Where(b => b.ParkedAt != null && b.Pos > after).OrderBy(b => b.Pos).Take(100)
            .Select(b => new { b, Behind = reading.Of<Backlog>().Count(o => o.Reaction == b.Reaction && o.Subject == b.Subject && o.Pos > b.Pos) }).ToListAsync(ct);
        return new([.. rows.Select(r => new ParkedReaction(r.b.Reaction, r.b.Pos, r.b.Subject, r.b.Attempts, r.b.Error, r.b.ParkedAt, r.Behind))]);
    }
}

/// <summary>Tries a parked event again, from the start.</summary>
public sealed record RetryReaction(string Reaction, long Pos)
{
    internal static readonly RetryReaction Example = new("draft-invoice-on-completion", 4711);

    internal static async Task<ReactionRetried> Handle(RetryReaction command, Session session, CancellationToken ct)
    {
        var row = await Backlog.Locked(command.Reaction, command.Pos, session, ct) ?? throw new Missing();
        row.TryAgain(session.Now);
        return session.Append(new Subject("reaction", Id.Derived(Guid.Empty, 0, command.Reaction)), new ReactionRetried(command.Pos));
    }
}

/// <summary>Gives a parked event up; what waits behind it goes on.</summary>
public sealed record SkipReaction(string Reaction, long Pos)
{
    internal static readonly SkipReaction Example = new("draft-invoice-on-completion", 4711);

    internal static async Task<ReactionSkipped> Handle(SkipReaction command, Session session, CancellationToken ct)
    {
        var row = await Backlog.Locked(command.Reaction, command.Pos, session, ct) ?? throw new Missing();
        session.Db.Remove(row);
        return session.Append(new Subject("reaction", Id.Derived(Guid.Empty, 0, command.Reaction)), new ReactionSkipped(command.Pos));
    }
}

using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <summary>Runs one reaction over its events. A subject on which it fails steps aside into the backlog, so that the others go on.</summary>
internal sealed class ReactionWorker(Reaction reaction, House house, Dbs dbs, Sessions sessions, Writer writer, Nudge nudge, Tail tail, IClock clock, ILogger<ReactionWorker> log)
    : Reader($"reaction/{reaction.Name}", dbs, writer, nudge)
{
    private const int Batch = 64;

    private readonly string eventName = house.EventName(reaction.Event).Name;
    private readonly int eventVersion = house.EventName(reaction.Event).Version;

    private long caughtUpAt = -1;
    private bool waiting = true;

    /// <summary>Most movements of the ledger are none of this reaction's business; it asks the database only when there is something new.</summary>
    public override async Task<bool> Step(CancellationToken ct)
    {
        var (head, now) = (Nudge.Head, clock.GetCurrentInstant());
        waiting = waiting || await tail.IsBehind(reaction.Name, now, ct);
        if (!waiting && caughtUpAt >= 0 && (head == caughtUpAt || !await tail.MayHave(eventName, caughtUpAt, head, ct)))
        {
            caughtUpAt = head;
            return false;
        }

        await using var db = Open();
        var followed = await Follow(db, ct);
        if (!followed) caughtUpAt = head;
        return followed | (waiting && await Retry(db, now, ct));
    }

    private async Task<bool> Follow(Db db, CancellationToken ct)
    {
        var from = await Position(db, ct);
        var entries = await db.Set<LedgerEntry>().AsNoTracking().Where(e => e.Pos > from && e.Name == eventName && e.Version == eventVersion).OrderBy(e => e.Pos).Take(Batch).ToListAsync(ct);
        if (entries.Count == 0) return false;
        var behind = (await db.Set<Backlog>().Where(b => b.Reaction == reaction.Name).Select(b => b.Subject).ToListAsync(ct)).ToHashSet();
        var ready = entries.TakeWhile(e => e.Depth < Reaction.DepthAtMost && !behind.Contains(e.Subject)).ToList();
        if (ready.Count > 0) return await React(ready, from, ct);
        return entries[0].Depth >= Reaction.DepthAtMost
            ? await Aside(entries[0], from, "This chain of reactions is too long to be meant.", true, ct)
            : await Aside(entries[0], from, null, false, ct);
    }

    // Each is a transaction of its own, that moves the cursor from the one before: where one fails, those after it find the cursor elsewhere and do nothing.
    private async Task<bool> React(List<LedgerEntry> entries, long from, CancellationToken ct)
    {
        var concerned = (reaction.Concerned is null ? entries : await sessions.Read(Principal.System, reading => reaction.Concerned(entries, reading, ct))).ToHashSet();
        var steps = entries.Where(e => concerned.Contains(e) || e == entries[^1]).ToList();
        var before = steps.Select(e => e.Pos).Prepend(from).ToList();
        var (written, error) = await Writer.WriteInOrder([.. steps.Select((entry, n) => (reaction.Envelope(entry), To(entry, before[n])))], ct);
        if (error is null) return true;
        if (error is OperationCanceledException or Unknown or Full or Busy) ExceptionDispatchInfo.Throw(error);
        log.LogWarning(error, "{Reaction} failed on event {Pos}", reaction.Name, steps[written].Pos);
        return await Aside(steps[written], before[written], error.Message, false, ct);

        Func<Session, CancellationToken, Task<bool>> To(LedgerEntry entry, long before) => async (session, ct) =>
        {
            if (await Move(before, entry.Pos, session, ct) && concerned.Contains(entry)) await reaction.Handle(entry, session, ct);
            return true;
        };
    }

    /// <summary>Without an error the event only queues behind an earlier one of its subject.</summary>
    private async Task<bool> Aside(LedgerEntry entry, long from, string? error, bool parked, CancellationToken ct)
    {
        await Writer.Write(Envelope.System(Id.Derived(entry.CommandId, entry.Ordinal, Name)), async (session, ct) =>
        {
            if (await Move(from, entry.Pos, session, ct)) session.Keep(Backlog.Of(reaction.Name, entry, error, parked, session.Now));
            return true;
        }, ct);
        return waiting = true;
    }

    private async Task<bool> Retry(Db db, Instant now, CancellationToken ct)
    {
        var backlog = await db.Set<Backlog>().AsNoTracking().Where(b => b.Reaction == reaction.Name).OrderBy(b => b.Pos).ToListAsync(ct);
        waiting = backlog.Count > 0;
        var first = backlog.GroupBy(b => b.Subject).Select(g => g.First()).FirstOrDefault(b => b.ParkedAt is null && b.NextAt <= now);
        if (first is null) return false;
        var entry = await db.Set<LedgerEntry>().AsNoTracking().FirstAsync(e => e.Pos == first.Pos, ct);
        try
        {
            await Writer.Write(reaction.Envelope(entry), async (session, ct) =>
            {
                if (await Backlog.Take(first, session, ct)) await reaction.Handle(entry, session, ct);
                return true;
            }, ct);
        }
        catch (Exception error) when (error is not (OperationCanceledException or Unknown or Full or Busy))
        {
            await Writer.Write(Envelope.System(Guid.NewGuid()), async (session, ct) => await Backlog.Failed(first, error.Message, session, ct), ct);
        }

        return true;
    }
}

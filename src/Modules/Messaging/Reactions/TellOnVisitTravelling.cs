namespace Callout.Messaging;

/// <summary>On the way: it cannot wait for the morning, and is said once, also when the technician taps twice.</summary>
internal static class TellOnVisitTravelling
{
    private static readonly Duration Once = Duration.FromMinutes(5);

    public static async Task Handle(VisitTravelling travelling, LedgerEntry cause, Session session, CancellationToken ct)
    {
        if (await Telling.Of(travelling.Visit, session, ct) is not { Visit: { State: VisitState.EnRoute, Start: { } start } visit } telling) return;
        var since = session.Now - Once;
        if (await session.Of<Message>().AnyAsync(m => m.Visit == visit.Id && m.Occasion == Occasion.OnTheWay && m.CreatedAt > since, ct)) return;
        await Promises.Withdraw(visit.Id, session, ct);
        var arrival = (await Arrivals.Of(visit, session, ct))?.At ?? Instant.Max(start, session.Now);
        if ((await session.LoadAll<Tracking>(t => t.Visit == visit.Id, ct)).FirstOrDefault() is { } tracking) session.Append(tracking, tracking.Tell(arrival, session.Now));
        await telling.Queue(Occasion.OnTheWay, new Interval(arrival, arrival), Id.Derived(cause.CommandId, cause.Ordinal, "on-the-way"), session.Now, session, ct);
    }
}

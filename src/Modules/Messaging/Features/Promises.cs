namespace Callout.Messaging;

/// <summary>Keeps what the customer was promised in step with the plan. A move of more than ten minutes is told, once, however often the plan moved meanwhile.</summary>
internal static class Promises
{
    /// <summary>What the customer is told covers so much time.</summary>
    private static readonly Duration Window = Duration.FromHours(2);

    /// <summary>So far a visit may move without anyone being told.</summary>
    private static readonly Duration Unnoticed = Duration.FromMinutes(10);

    /// <summary>A dispatcher who moves a visit moves it again: so long the message waits for the last word.</summary>
    private static readonly Duration Pause = Duration.FromMinutes(1);

    public static async Task Follow(VisitId id, LedgerEntry cause, Session session, CancellationToken ct)
    {
        // Reactions have a cursor each: the plan may be followed after its cancellation was.
        if (await Telling.Of(id, session, ct) is not { Visit: { Start: { } start, End: { } end, State: not VisitState.Cancelled } } telling) return;
        await WatchArrival.Begin(id, start, session, ct);
        var (window, key) = (WindowOf(start, telling.Zone), Id.Derived(cause.CommandId, cause.Ordinal, "promise"));
        var known = (await session.LoadAll<Tracking>(t => t.Visit == id, ct)).FirstOrDefault();
        if (known is null)
        {
            var (tracking, promised) = Tracking.Promise(telling.Visit, window, end, session.Service<KeyRing>());
            session.Add(tracking, promised);
            await telling.Queue(Occasion.Booked, window, key, telling.To.Awake(session.Now + Pause, telling.Zone), session, ct);
            return;
        }

        var waiting = await Waiting(id, session, ct);
        var told = waiting is null ? known.ToldStart : waiting.Occasion == Occasion.Booked ? (Instant?)null : known.FormerStart;
        if (told is { } before && Apart(before, start) <= Unnoticed)
        {
            if (waiting is not null) await TakeBack(known, waiting, end, session, ct);
            return;
        }

        if (waiting is not null && start == known.ToldStart) return;
        session.Append(known, known.Repromise(start, window, end, told: waiting is null));
        if (waiting is not null) session.Append(waiting, waiting.Rewrite(waiting.Occasion, await telling.Ways(waiting.Occasion, window, session, ct)));
        else await telling.Queue(Occasion.Moved, window, key, telling.To.Awake(session.Now + Pause, telling.Zone), session, ct);
    }

    /// <summary>What was to be said of the plan and is not true any more; gives back whether the customer had already heard something.</summary>
    public static async Task<bool> Withdraw(VisitId visit, Session session, CancellationToken ct)
    {
        if (await Waiting(visit, session, ct) is not { } waiting) return await session.Of<Tracking>().AnyAsync(t => t.Visit == visit, ct);
        await Withdraw(waiting, session, ct);
        return waiting.Occasion != Occasion.Booked;
    }

    public static Interval WindowOf(Instant start, DateTimeZone zone)
    {
        // Back to the half hour on the clock at the site, which is there twice when it is set back.
        var from = start - Duration.FromTicks(start.InZone(zone).TimeOfDay.TickOfDay % (30 * NodaConstants.TicksPerMinute));
        return new Interval(from, from + Window);
    }

    private static async Task TakeBack(Tracking tracking, Message waiting, Instant end, Session session, CancellationToken ct)
    {
        await Withdraw(waiting, session, ct);
        if (tracking is { FormerStart: { } start, PromisedBefore: { } window }) session.Append(tracking, tracking.Repromise(start, window, end, told: false));
    }

    internal static async Task Withdraw(Message waiting, Session session, CancellationToken ct)
    {
        session.Append(waiting, waiting.Withdraw());
        session.Drop(await session.Locked<Delivery>().Where(d => d.Message == waiting.Id).ToListAsync(ct));
    }

    /// <summary>What is to be said of the plan and nobody has tried to send yet.</summary>
    private static async Task<Message?> Waiting(VisitId visit, Session session, CancellationToken ct)
    {
        var queued = await session.LoadAll<Message>(m => m.Visit == visit && m.State == MessageState.Queued && (m.Occasion == Occasion.Booked || m.Occasion == Occasion.Moved), ct);
        foreach (var message in queued)
            if (await session.Locked<Delivery>().AnyAsync(d => d.Message == message.Id && d.Attempts == 0, ct)) return message;
        return null;
    }

    private static Duration Apart(Instant a, Instant b) => a > b ? a - b : b - a;
}

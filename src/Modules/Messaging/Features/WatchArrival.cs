namespace Callout.Messaging;

/// <summary>Looks from an hour before a visit until somebody is there whether it will be late although nobody moved it, and tells the customer: once for each change of more than ten minutes, at most every half hour.</summary>
public sealed record WatchArrival(VisitId Visit)
{
    private static readonly Duration Ahead = Duration.FromHours(1), Every = Duration.FromMinutes(5), Unnoticed = Duration.FromMinutes(10), Between = Duration.FromMinutes(30), About = Duration.FromMinutes(15);

    internal static readonly WatchArrival Example = new(new VisitId(new("0199f3a0-0000-7000-8000-00000000d001")));

    internal static Task Begin(VisitId visit, Instant start, Session session, CancellationToken ct) =>
        session.At(Instant.Max(start - Ahead, session.Now + Every), $"watch-arrival/{visit}", new WatchArrival(visit), ct);

    internal static async Task<ArrivalWatched> Handle(WatchArrival command, Session session, CancellationToken ct)
    {
        if (await Telling.Of(command.Visit, session, ct) is not { Visit: { Start: { } start } visit } telling) return new(false);
        if (await Arrivals.Of(visit, session, ct) is not { } arrival) return new(false);
        await Begin(visit.Id, start, session, ct);
        var tracking = (await session.LoadAll<Tracking>(t => t.Visit == visit.Id, ct)).FirstOrDefault();
        return new(tracking is not null && IsKnown(visit, arrival, tracking, session.Now) && IsNews(tracking, arrival.At, session.Now) && await Tell(telling, tracking, arrival.At, session, ct));
    }

    // Long after the promise, with nobody under way and nothing before it, nobody knows when: that is for the office to say.
    private static bool IsKnown(VisitSummary visit, Arrival arrival, Tracking tracking, Instant now) => visit.State == VisitState.EnRoute || arrival.Behind || now < tracking.Until + Ahead;

    // Who was told nothing yet relies on the promise: anything within it is no news.
    private static bool IsNews(Tracking tracking, Instant arrival, Instant now) => tracking is { ToldArrival: { } told, ToldAt: { } at }
        ? Duration.Max(arrival - told, told - arrival) > Unnoticed && now - at >= Between
        : arrival > tracking.Until;

    private static async Task<bool> Tell(Telling telling, Tracking tracking, Instant arrival, Session session, CancellationToken ct)
    {
        var when = new Interval(arrival - About, arrival + About);
        // What has not gone out yet says the new time instead: one message, not two.
        var waiting = (await session.LoadAll<Message>(m => m.Visit == tracking.Visit && m.State == MessageState.Queued && m.Occasion == Occasion.Delayed, ct)).FirstOrDefault();
        if (waiting is not null) session.Append(waiting, waiting.Rewrite(Occasion.Delayed, await telling.Ways(Occasion.Delayed, when, session, ct)));
        else await telling.Queue(Occasion.Delayed, when, Id.Derived(session.CommandId, 0, "delayed"), session.Now, session, ct);
        session.Append(tracking, tracking.Tell(arrival, session.Now));
        return true;
    }
}

/// <param name="Told">The customer is told something new.</param>
public sealed record ArrivalWatched(bool Told);

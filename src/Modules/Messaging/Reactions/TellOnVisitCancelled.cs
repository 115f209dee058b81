namespace Callout.Messaging;

/// <summary>Who has never heard of a visit need not hear that it is cancelled.</summary>
internal static class TellOnVisitCancelled
{
    public static async Task Handle(VisitCancelled cancelled, LedgerEntry cause, Session session, CancellationToken ct)
    {
        if (!await Promises.Withdraw(cancelled.Visit, session, ct) || await Telling.Of(cancelled.Visit, session, ct) is not { } telling) return;
        var tracking = await session.Get<Tracking, TrackingId>(Tracking.IdOf(cancelled.Visit), ct);
        await telling.Queue(Occasion.Cancelled, tracking.Promised, Id.Derived(cause.CommandId, cause.Ordinal, "cancelled"), telling.To.Awake(session.Now, telling.Zone), session, ct);
    }
}

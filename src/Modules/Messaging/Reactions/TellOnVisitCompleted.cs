namespace Callout.Messaging;

internal static class TellOnVisitCompleted
{
    public static async Task Handle(VisitCompleted completed, LedgerEntry cause, Session session, CancellationToken ct)
    {
        await Promises.Withdraw(completed.Visit, session, ct);
        if (await Telling.Of(completed.Visit, session, ct) is not { Visit.State: VisitState.Completed } telling) return;
        var ended = telling.Visit.At(VisitState.Completed) ?? session.OccurredAt;
        await telling.Queue(Occasion.Done, new Interval(ended, ended), Id.Derived(cause.CommandId, cause.Ordinal, "done"), telling.To.Awake(session.Now, telling.Zone), session, ct);
    }
}

namespace Callout.Messaging;

internal static class PromiseOnVisitRescheduled
{
    public static Task Handle(VisitRescheduled moved, LedgerEntry cause, Session session, CancellationToken ct) => Promises.Follow(moved.Visit, cause, session, ct);
}

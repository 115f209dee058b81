namespace Callout.Messaging;

internal static class PromiseOnVisitPlanned
{
    public static Task Handle(VisitPlanned moved, LedgerEntry cause, Session session, CancellationToken ct) => Promises.Follow(moved.Visit, cause, session, ct);
}

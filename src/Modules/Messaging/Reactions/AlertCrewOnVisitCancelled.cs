namespace Callout.Messaging;

internal static class AlertCrewOnVisitCancelled
{
    public static Task Handle(VisitCancelled happened, LedgerEntry cause, Session session, CancellationToken ct) => CrewAlerts.Follow(happened.Visit, null, cause, session, ct);
}

namespace Callout.Messaging;

internal static class AlertCrewOnVisitReassigned
{
    public static Task Handle(VisitReassigned happened, LedgerEntry cause, Session session, CancellationToken ct) => CrewAlerts.Follow(happened.Visit, null, cause, session, ct);
}

namespace Callout.Messaging;

internal static class AlertCrewOnVisitUnscheduled
{
    public static Task Handle(VisitUnscheduled happened, LedgerEntry cause, Session session, CancellationToken ct) => CrewAlerts.Follow(happened.Visit, null, cause, session, ct);
}

namespace Callout.Messaging;

internal static class AlertCrewOnVisitRescheduled
{
    public static Task Handle(VisitRescheduled happened, LedgerEntry cause, Session session, CancellationToken ct) => CrewAlerts.Follow(happened.Visit, Occasion.JobChanged, cause, session, ct);
}

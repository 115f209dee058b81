namespace Callout.Messaging;

internal static class AlertCrewOnVisitDispatched
{
    public static Task Handle(VisitDispatched happened, LedgerEntry cause, Session session, CancellationToken ct) => CrewAlerts.Follow(happened.Visit, Occasion.JobSent, cause, session, ct);
}

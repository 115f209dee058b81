namespace Callout.Messaging;

/// <summary>Who declined knows; the others of the crew do not.</summary>
internal static class AlertCrewOnVisitDeclined
{
    public static Task Handle(VisitDeclined declined, LedgerEntry cause, Session session, CancellationToken ct) => CrewAlerts.Follow(declined.Visit, null, cause, session, ct, declined.By);
}

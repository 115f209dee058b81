namespace Callout.Messaging;

/// <summary>A time that is not planned any more must not be promised.</summary>
internal static class WithdrawOnVisitUnscheduled
{
    public static Task Handle(VisitUnscheduled unscheduled, Session session, CancellationToken ct) => Promises.Withdraw(unscheduled.Visit, session, ct);
}

namespace Callout.WorkOrders;

/// <summary>The work on site is done.</summary>
[Refuses("visit.already-completed", "visit.illegal")]
public sealed record CompleteVisit(VisitId Visit, VisitOutcome Outcome, DevicePosition? Where = null)
{
    internal static readonly CompleteVisit Example = new(PlanVisit.Example.Visit, VisitOutcome.Fixed);

    internal static Task<VisitCompleted> Handle(CompleteVisit command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Complete(tap, command.Outcome), session, ct);
}

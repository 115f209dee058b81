namespace Callout.WorkOrders;

/// <summary>Work begins, or goes on after a pause.</summary>
[Refuses("visit.illegal", "visit.safety")]
public sealed record StartWork(VisitId Visit, bool SafetyAcknowledged = false, DevicePosition? Where = null)
{
    internal static readonly StartWork Example = new(PlanVisit.Example.Visit, true);

    internal static Task<VisitWorkStarted> Handle(StartWork command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Work(tap, command.SafetyAcknowledged), session, ct);
}

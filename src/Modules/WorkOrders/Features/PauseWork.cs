namespace Callout.WorkOrders;

/// <summary>Work stands still, and why.</summary>
[Refuses("visit.illegal")]
public sealed record PauseWork(VisitId Visit, PauseReason Reason, DevicePosition? Where = null)
{
    internal static readonly PauseWork Example = new(PlanVisit.Example.Visit, PauseReason.Parts);

    internal static Task<VisitPaused> Handle(PauseWork command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Pause(tap, command.Reason), session, ct);
}

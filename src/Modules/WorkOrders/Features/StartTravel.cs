namespace Callout.WorkOrders;

/// <summary>On the way.</summary>
[Refuses("visit.illegal")]
public sealed record StartTravel(VisitId Visit, DevicePosition? Where = null)
{
    internal static readonly StartTravel Example = new(PlanVisit.Example.Visit);

    internal static Task<VisitTravelling> Handle(StartTravel command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Travel(tap), session, ct);
}

namespace Callout.WorkOrders;

/// <summary>On site.</summary>
[Refuses("visit.illegal")]
public sealed record Arrive(VisitId Visit, DevicePosition? Where = null)
{
    internal static readonly Arrive Example = new(PlanVisit.Example.Visit, new(-1.2921, 36.8219, 12));

    internal static Task<VisitArrived> Handle(Arrive command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Arrive(tap), session, ct);
}

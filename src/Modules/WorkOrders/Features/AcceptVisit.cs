namespace Callout.WorkOrders;

/// <summary>The technician takes the visit.</summary>
[Refuses("visit.illegal")]
public sealed record AcceptVisit(VisitId Visit, DevicePosition? Where = null)
{
    internal static readonly AcceptVisit Example = new(PlanVisit.Example.Visit);

    internal static Task<VisitAccepted> Handle(AcceptVisit command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Accept(tap), session, ct);
}

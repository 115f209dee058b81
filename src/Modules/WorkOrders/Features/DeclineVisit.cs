namespace Callout.WorkOrders;

/// <summary>The technician cannot take it; it waits for another.</summary>
[Refuses("visit.illegal")]
public sealed record DeclineVisit(VisitId Visit, string? Remark = null, DevicePosition? Where = null)
{
    internal static readonly DeclineVisit Example = new(PlanVisit.Example.Visit, "My certificate ran out last week");

    internal static Task<VisitDeclined> Handle(DeclineVisit command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.Decline(tap, command.Remark), session, ct);
}

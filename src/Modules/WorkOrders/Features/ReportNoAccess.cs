namespace Callout.WorkOrders;

/// <summary>Nobody could let the technician in.</summary>
[Refuses("visit.illegal")]
public sealed record ReportNoAccess(VisitId Visit, NoAccessReason Reason, string? Remark = null, DevicePosition? Where = null)
{
    internal static readonly ReportNoAccess Example = new(PlanVisit.Example.Visit, NoAccessReason.CustomerAbsent);

    internal static Task<VisitHadNoAccess> Handle(ReportNoAccess command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.ReportNoAccess(tap, command.Reason, command.Remark), session, ct);
}

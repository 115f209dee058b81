namespace Callout.WorkOrders;

/// <summary>It could not be finished; the order returns to the queue with the reason.</summary>
[Refuses("visit.illegal")]
public sealed record ReportIncomplete(VisitId Visit, IncompleteReason Reason, string? Remark = null, DevicePosition? Where = null)
{
    internal static readonly ReportIncomplete Example = new(PlanVisit.Example.Visit, IncompleteReason.PartMissing, "Needs a TES 2 valve");

    internal static Task<VisitIncomplete> Handle(ReportIncomplete command, Session session, CancellationToken ct) =>
        Field.Report(command.Visit, command.Where, (visit, tap) => visit.ReportIncomplete(tap, command.Reason, command.Remark), session, ct);
}

namespace Callout.WorkOrders;

internal sealed record VisitShape(
    WorkOrderId WorkOrder, int Seq, VisitState State, ResourceId? Lead, IReadOnlyList<ResourceId> Crew, Instant? Start, Instant? End, int TravelMinutes, LocalDate? Day,
    VisitOutcome? Outcome, string? Reason, string? Remark, JobSheet Job, IReadOnlyList<VisitStep> Steps, IReadOnlyList<ChecklistAnswer> Answers, bool Signed, bool SafetyAcknowledged,
    Brief Brief, IReadOnlyList<UsedPart> Parts, IReadOnlyList<ApprovedExtra> Extras, Instant? UnansweredSince);

internal sealed record OwnVisitShape(WorkOrderId WorkOrder, VisitState State, Instant? Start, Instant? End);

internal static class VisitDocument
{
    public static IEnumerable<Audience> Audiences(Visit visit) =>
        [Audience.Technician(visit.Lead), .. visit.Crew.Select(c => Audience.Technician(c)), Audience.BranchDay(visit.Branch, visit.Day), Audience.HeadOfficeDay(visit.Day), Audience.Customer(visit.Account)];

    public static Shapes Shapes(Visit v)
    {
        var whole = new VisitShape(
            v.WorkOrder, v.Seq, v.State, v.Lead, v.Crew, v.Start, v.End, v.TravelMinutes, v.Day,
            v.Outcome, v.Reason, v.Remark, v.Job, v.Steps, v.Answers, v.Signature is not null, v.SafetyAcknowledged is not null,
            v.Brief, v.Parts, v.Extras, v.UnansweredSince);
        return new() { Office = whole, Technician = whole, Customer = new OwnVisitShape(v.WorkOrder, v.State, v.Start, v.End) };
    }
}

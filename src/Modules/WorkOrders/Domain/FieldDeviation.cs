namespace Callout.WorkOrders;

/// <summary>Where field and plan differ, until somebody in the office has looked at it.</summary>
internal sealed class FieldDeviation : Entity<FieldDeviationId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public VisitId Visit { get; private init; }

    public Deviation Kind { get; private init; }

    public Instant OccurredAt { get; private init; }

    public string? Remark { get; private set; }

    public string? SettledBy { get; private set; }

    public static FieldDeviation Of(FieldDeviationId id, Visit visit, Deviation kind, Instant at) =>
        new() { Id = id, Branch = visit.Branch, WorkOrder = visit.WorkOrder, Visit = visit.Id, Kind = kind, OccurredAt = at };

    public void Forget() => Remark = null;

    public DeviationSettled Settle(string by, string remark)
    {
        Refusal.If(SettledBy is not null, "deviation.settled", "This was already settled.");
        (SettledBy, Remark) = (by, remark);
        return new DeviationSettled(Id, Visit, Kind);
    }
}

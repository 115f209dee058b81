namespace Callout.WorkOrders;

internal sealed class Visit : Entity<VisitId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public AccountId? Account { get; private init; }

    public VisitState State { get; private set; }

    public ResourceId? Lead { get; private set; }

    public Instant Start { get; private set; }

    public Instant End { get; private set; }

    /// <summary>The day on the branch's calendar that the visit is shown on.</summary>
    public LocalDate Day { get; private set; }

    public VisitOutcome? Outcome { get; private set; }

    public static (Visit, VisitPlanned) Plan(VisitId id, WorkOrder order, ResourceId lead, Instant start, Instant end, DateTimeZone zone)
    {
        Refusal.If(end <= start, "visit.ends-before-start", "A visit must end after it starts.");
        order.VisitPlanned();

        var visit = new Visit { Id = id, Branch = order.Branch, WorkOrder = order.Id, Account = order.Account, Lead = lead, Start = start, End = end, Day = start.InZone(zone).Date };
        return (visit, new VisitPlanned(id, order.Id, lead, start, end));
    }

    public VisitReassigned Reassign(ResourceId to)
    {
        Refusal.If(State == VisitState.Completed, "visit.already-completed", "This visit is already completed; plan another one.");
        Refusal.If(Lead == to, "visit.already-theirs", "This technician already has the visit.");

        var reassigned = new VisitReassigned(Id, WorkOrder, Lead, to);
        Lead = to;
        return reassigned;
    }

    public VisitCompleted Complete(ResourceId? by, VisitOutcome outcome)
    {
        Refusal.If(State == VisitState.Completed, "visit.already-completed", "This visit is already completed; add a note or ask for it to be reopened.");

        Deviation? deviation = by is not null && by != Lead ? Deviation.DoneByAnother : null;
        (State, Outcome) = (VisitState.Completed, outcome);
        return new VisitCompleted(Id, WorkOrder, outcome, deviation);
    }
}

namespace Callout.WorkOrders;

internal sealed class WorkOrder : Entity<WorkOrderId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public AccountId? Account { get; private init; }

    public long Number { get; private init; }

    public string Summary { get; private init; } = "";

    public WorkOrderState State { get; private set; }

    public static (WorkOrder, WorkOrderOpened) Open(WorkOrderId id, long number, ServiceRequest request)
    {
        var order = new WorkOrder { Id = id, Number = number, Branch = request.Branch, Account = request.Account, Summary = request.Summary };
        request.Becomes(id);
        return (order, new WorkOrderOpened(id, request.Id, number));
    }

    public void VisitPlanned()
    {
        Refusal.If(State == WorkOrderState.Completed, "work-order.completed", "This order is completed; send it back before planning another visit.");
        State = WorkOrderState.Scheduled;
    }

    public WorkOrderCompleted? VisitsAre(IReadOnlyCollection<Visit> visits)
    {
        var done = visits.All(v => v.State == VisitState.Completed) && visits.Any(v => v.Outcome == VisitOutcome.Fixed);
        if (!done || State == WorkOrderState.Completed) return null;
        State = WorkOrderState.Completed;
        return new WorkOrderCompleted(Id);
    }
}

namespace Callout.WorkOrders;

internal static class CompleteOrderOnVisitCompleted
{
    public static async Task Handle(VisitCompleted completed, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(completed.WorkOrder, ct);
        var visits = await session.LoadAll<Visit>(v => v.WorkOrder == order.Id, ct);
        if (order.VisitsAre(visits) is { } done) session.Append(order, done);
    }
}

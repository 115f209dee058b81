namespace Callout.WorkOrders;

public sealed record WorkOrderPage(WorkOrderId Id, long Number, long Version, WorkOrderState State, string Summary, IReadOnlyList<VisitLine> Visits);

public sealed record VisitLine(VisitId Id, VisitState State, ResourceId? Lead, Instant Start, Instant End);

public sealed record GetWorkOrder(WorkOrderId Id)
{
    internal static async Task<WorkOrderPage> Handle(GetWorkOrder query, Reading reading, CancellationToken ct)
    {
        var order = await reading.Get<WorkOrder, WorkOrderId>(query.Id, ct);
        var visits = await reading.Of<Visit>().Where(v => v.WorkOrder == query.Id).OrderBy(v => v.Start)
            .Select(v => new VisitLine(v.Id, v.State, v.Lead, v.Start, v.End)).ToListAsync(ct);
        return new WorkOrderPage(order.Id, order.Number, order.Version, order.State, order.Summary, visits);
    }
}

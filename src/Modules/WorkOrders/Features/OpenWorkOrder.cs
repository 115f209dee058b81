namespace Callout.WorkOrders;

/// <param name="WorkType">When it is known at once: the order is triaged in the same step.</param>
[Refuses("request.already-ordered", "request.settled", "work-order.site-missing", "work-order.priority-reason", "work-type.retired")]
public sealed record OpenWorkOrder(WorkOrderId WorkOrder, ServiceRequestId Request, WorkTypeId? WorkType = null, Priority? Priority = null, string? Reason = null)
{
    internal static readonly OpenWorkOrder Example = new(new(new("0199f3a0-0000-7000-8000-00000000c001")), ReceiveRequest.Example.Request);

    internal static async Task<WorkOrderOpened> Handle(OpenWorkOrder command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        var (order, opened) = WorkOrders.WorkOrder.Open(command.WorkOrder, await session.Next($"work-orders/{request.Branch}", ct), request);
        session.Add(order, opened);
        foreach (var word in OrderWord.Of(order)) session.Keep(word);
        session.Append(request, new RequestOrdered(request.Id, order.Id));
        if (command.WorkType is { } type) await TriageWorkOrder.Judge(order, type, command.Priority, command.Reason, session, ct);
        return opened;
    }
}

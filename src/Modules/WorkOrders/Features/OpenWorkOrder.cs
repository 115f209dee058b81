namespace Callout.WorkOrders;

[Refuses("request.already-ordered")]
public sealed record OpenWorkOrder(WorkOrderId WorkOrder, ServiceRequestId Request)
{
    internal static readonly OpenWorkOrder Example = new(new(new("0199f3a0-0000-7000-8000-00000000c001")), ReceiveRequest.Example.Request);

    internal static async Task<WorkOrderOpened> Handle(OpenWorkOrder command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        var (order, opened) = WorkOrders.WorkOrder.Open(command.WorkOrder, await session.Next("work-orders", ct), request);
        return session.Add(order, opened);
    }
}

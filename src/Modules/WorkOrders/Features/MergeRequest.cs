namespace Callout.WorkOrders;

/// <summary>The same thing was asked for before: the order that is there answers this request too.</summary>
[Refuses("request.settled", "request.other-branch", "request.order-ended")]
public sealed record MergeRequest(ServiceRequestId Request, WorkOrderId Into)
{
    internal static readonly MergeRequest Example = new(ReceiveRequest.Example.Request, OpenWorkOrder.Example.WorkOrder);

    internal static async Task<RequestMerged> Handle(MergeRequest command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.Into, ct);
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        return session.Append(request, request.Merge(order));
    }
}

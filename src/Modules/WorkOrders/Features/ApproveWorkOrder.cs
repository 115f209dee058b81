namespace Callout.WorkOrders;

/// <summary>Somebody who may says yes; only then can it be booked.</summary>
[Refuses("work-order.illegal")]
public sealed record ApproveWorkOrder(WorkOrderId WorkOrder, long? Seen = null)
{
    internal static readonly ApproveWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder);

    internal static async Task<WorkOrderApproved> Handle(ApproveWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        return session.Append(order, order.Approve(session.Principal.Key, session.Now));
    }
}

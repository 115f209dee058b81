namespace Callout.WorkOrders;

/// <summary>Somebody who may says no, and why.</summary>
[Refuses("work-order.illegal")]
public sealed record RejectWorkOrder(WorkOrderId WorkOrder, string Remark, long? Seen = null)
{
    internal static readonly RejectWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, "The machine is to be scrapped");

    internal static async Task<WorkOrderRejected> Handle(RejectWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        return session.Append(order, order.Reject(command.Remark));
    }
}

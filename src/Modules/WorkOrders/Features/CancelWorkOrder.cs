namespace Callout.WorkOrders;

/// <summary>Calls the order off with its open visits.</summary>
[Refuses("work-order.illegal")]
public sealed record CancelWorkOrder(WorkOrderId WorkOrder, string Remark, long? Seen = null)
{
    internal static readonly CancelWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, "Customer found another solution");

    internal static async Task<WorkOrderCancelled> Handle(CancelWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var done = session.Append(order, order.Cancel(command.Remark));
        await OpenVisits.Cancel(order, command.Remark, session, ct);
        return done;
    }
}

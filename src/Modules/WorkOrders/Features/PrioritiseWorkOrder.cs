namespace Callout.WorkOrders;

/// <summary>Somebody knows better than the rule, and says why.</summary>
[Refuses("work-order.priority-reason", "work-order.ended")]
public sealed record PrioritiseWorkOrder(WorkOrderId WorkOrder, Priority Priority, string Reason, long? Seen = null)
{
    internal static readonly PrioritiseWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, WorkOrders.Priority.High, "Vaccines in that room");

    internal static async Task<WorkOrderPrioritised> Handle(PrioritiseWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var done = session.Append(order, order.Prioritise(command.Priority, command.Reason));
        await Promises.Give(order, session, ct);
        await Course.Inform(order, session, ct);
        return done;
    }
}

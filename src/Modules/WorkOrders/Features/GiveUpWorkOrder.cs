namespace Callout.WorkOrders;

/// <summary>It cannot be completed, and why.</summary>
[Refuses("work-order.illegal")]
public sealed record GiveUpWorkOrder(WorkOrderId WorkOrder, string Remark, long? Seen = null)
{
    internal static readonly GiveUpWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, "The part is no longer made");

    internal static async Task<WorkOrderGivenUp> Handle(GiveUpWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var done = session.Append(order, order.GiveUp(command.Remark));
        await OpenVisits.Cancel(order, command.Remark, session, ct);
        return done;
    }
}

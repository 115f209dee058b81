namespace Callout.WorkOrders;

/// <summary>What it waited for is there; its visits say where it stands now.</summary>
[Refuses("work-order.illegal")]
public sealed record ReleaseWorkOrder(WorkOrderId WorkOrder, long? Seen = null)
{
    internal static readonly ReleaseWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder);

    internal static async Task<WorkOrderReleased> Handle(ReleaseWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var visits = await Course.VisitsOf(order, session, ct);
        var missing = await Proofs.Missing(order, visits, session, ct);
        var released = session.Append(order, order.Release(visits, missing.Count > 0, session.OccurredAt));
        await Course.Follow(order, session, ct);
        await Course.Wind(order, session, ct);
        return released;
    }
}

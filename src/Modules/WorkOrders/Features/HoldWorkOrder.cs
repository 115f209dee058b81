namespace Callout.WorkOrders;

/// <summary>Nothing can be done for now, and why. Booked visits give their time back, but for those that are kept.</summary>
[Refuses("work-order.illegal")]
public sealed record HoldWorkOrder(WorkOrderId WorkOrder, HoldReason Reason, string? Remark = null, IReadOnlyList<VisitId>? Keep = null, long? Seen = null)
{
    internal static readonly HoldWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, HoldReason.WaitingParts, "Valve comes on Thursday");

    internal static async Task<WorkOrderHeld> Handle(HoldWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var held = session.Append(order, order.Hold(command.Reason, command.Remark, session.OccurredAt));
        await OpenVisits.Unschedule(order, command.Keep ?? [], session, ct);
        return held;
    }
}

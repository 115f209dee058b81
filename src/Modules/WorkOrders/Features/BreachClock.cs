namespace Callout.WorkOrders;

/// <summary>Rings when a promise falls due. Nothing is broken if it was kept, or stands still, or was given more time.</summary>
public sealed record BreachClock(WorkOrderId WorkOrder, ClockKind Clock)
{
    internal static readonly BreachClock Example = new(OpenWorkOrder.Example.WorkOrder, ClockKind.Arrival);

    internal static async Task<ClockChecked> Handle(BreachClock command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct);
        if (order.Breach(command.Clock, session.Now) is not { } breached) return new ClockChecked(false);
        session.Append(order, breached);
        return new ClockChecked(true);
    }
}

public sealed record ClockChecked(bool Breached);

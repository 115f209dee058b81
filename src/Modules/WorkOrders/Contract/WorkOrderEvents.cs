namespace Callout.WorkOrders;

/// <summary>A request became work. The number is the one that people say to each other.</summary>
[Event("work-order.opened")]
public sealed record WorkOrderOpened(WorkOrderId WorkOrder, ServiceRequestId? Request, long Number) : IEvent;

/// <summary>Every visit is done, and one of them fixed it.</summary>
[Event("work-order.completed")]
public sealed record WorkOrderCompleted(WorkOrderId WorkOrder) : IEvent;

public enum WorkOrderState
{
    Ready,
    Scheduled,
    Completed,
}

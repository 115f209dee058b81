namespace Callout.WorkOrders;

/// <summary>What kind of work it is and how urgent. As soon as customer, site and contact are known too, it is ready, or waits for approval.</summary>
[Refuses("work-order.illegal", "work-order.site-missing", "work-order.priority-reason", "work-type.retired")]
public sealed record TriageWorkOrder(WorkOrderId WorkOrder, WorkTypeId WorkType, Priority? Priority = null, string? Reason = null, long? Seen = null)
{
    internal static readonly TriageWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, ReviseWorkType.Example.WorkType);

    internal static async Task<WorkOrderTriaged> Handle(TriageWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var triaged = await Judge(order, command.WorkType, command.Priority, command.Reason, session, ct);
        await Course.Inform(order, session, ct);
        return triaged;
    }

    internal static async Task<WorkOrderTriaged> Judge(WorkOrder order, WorkTypeId workType, Priority? priority, string? reason, Session session, CancellationToken ct)
    {
        var type = await session.Get<WorkType, WorkTypeId>(workType, ct);
        Refusal.If(type.Retired, "work-type.retired", "This work type is no longer used; choose another.");
        var triaged = session.Append(order, order.Triage(type, priority, reason));
        await Promises.Give(order, session, ct);
        await Course.Follow(order, session, ct);
        return triaged;
    }
}

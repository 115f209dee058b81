namespace Callout.WorkOrders;

/// <summary>The review accepts the work, and it is decided who pays.</summary>
[Refuses("work-order.illegal", "work-order.proof-missing")]
public sealed record CloseWorkOrder(WorkOrderId WorkOrder, BillingRule? Billing = null, long? Seen = null)
{
    internal static readonly CloseWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, BillingRule.Billable);

    internal static async Task<WorkOrderClosed> Handle(CloseWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var missing = await Proofs.Missing(order, await Course.VisitsOf(order, session, ct), session, ct);
        return session.Append(order, order.Close(command.Billing ?? order.Billing, missing));
    }
}

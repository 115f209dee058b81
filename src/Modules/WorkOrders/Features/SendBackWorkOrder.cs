namespace Callout.WorkOrders;

/// <summary>The review does not accept the work: a follow-up visit is wanted.</summary>
[Refuses("work-order.illegal")]
public sealed record SendBackWorkOrder(WorkOrderId WorkOrder, VisitId FollowUp, string Remark, long? Seen = null)
{
    internal static readonly SendBackWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, new(new("0199f3a0-0000-7000-8000-00000000d002")), "Superheat still above 8 K");

    internal static async Task<WorkOrderSentBack> Handle(SendBackWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var (visit, wanted) = Visit.Want(command.FollowUp, order, (await Course.VisitsOf(order, session, ct)).Count + 1);
        var sent = session.Append(order, order.SendBack(visit, command.Remark, session.Now));
        session.Add(visit, wanted);
        await Course.Follow(order, session, ct, visit);
        await Course.Wind(order, session, ct);
        return sent;
    }
}

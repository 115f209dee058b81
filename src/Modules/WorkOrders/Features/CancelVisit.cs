namespace Callout.WorkOrders;

/// <summary>Calls a visit off.</summary>
[Refuses("visit.illegal")]
public sealed record CancelVisit(VisitId Visit, string Remark, long? Seen = null)
{
    internal static readonly CancelVisit Example = new(PlanVisit.Example.Visit, "Customer rang off");

    internal static async Task<VisitCancelled> Handle(CancelVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var done = session.Append(visit, visit.Cancel(command.Remark));
        await Bookings.Free(visit, session, ct);
        await Course.Follow(order, session, ct);
        return done;
    }
}

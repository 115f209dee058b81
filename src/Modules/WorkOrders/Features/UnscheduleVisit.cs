namespace Callout.WorkOrders;

/// <summary>Takes the time and the technician off a visit that nobody has begun; it is still wanted.</summary>
[Refuses("visit.illegal")]
public sealed record UnscheduleVisit(VisitId Visit, long? Seen = null)
{
    internal static readonly UnscheduleVisit Example = new(PlanVisit.Example.Visit);

    internal static async Task<VisitUnscheduled> Handle(UnscheduleVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var done = session.Append(visit, visit.Unschedule());
        await Bookings.TakeAway(visit, session, ct);
        await Course.Follow(order, session, ct);
        return done;
    }
}

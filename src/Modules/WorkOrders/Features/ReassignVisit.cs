namespace Callout.WorkOrders;

/// <summary>Somebody else goes, at the same time.</summary>
[Refuses("visit.illegal", "visit.already-theirs", "visit.no-time", "visit.overlaps")]
public sealed record ReassignVisit(VisitId Visit, ResourceId To, long? Seen = null)
{
    internal static readonly ReassignVisit Example = new(PlanVisit.Example.Visit, new(new("0199f3a0-0000-7000-8000-00000000e002")));

    internal static async Task<VisitReassigned> Handle(ReassignVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var booking = visit.For(command.To);
        var reassigned = session.Append(visit, visit.Reassign(booking));
        await Bookings.Take(visit, booking, session, ct);
        await Briefing.Give(visit, order, session, ct);
        await Course.Follow(order, session, ct);
        return reassigned;
    }
}

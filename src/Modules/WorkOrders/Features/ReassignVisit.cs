namespace Callout.WorkOrders;

/// <summary>Somebody else goes, at the same time.</summary>
/// <param name="Although">Why it may be though somebody does not work then, or lacks what the work asks for; the latter only a manager may say.</param>
[Refuses("visit.illegal", "visit.already-theirs", "visit.no-time", "visit.overlaps", "visit.outside-hours", "visit.unfit")]
public sealed record ReassignVisit(VisitId Visit, ResourceId To, long? Seen = null, string? Although = null)
{
    internal static readonly ReassignVisit Example = new(PlanVisit.Example.Visit, new(new("0199f3a0-0000-7000-8000-00000000e002")));

    internal static async Task<VisitReassigned> Handle(ReassignVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var booking = visit.For(command.To);
        var reassigned = session.Append(visit, visit.Reassign(booking));
        await Suitability.MindSkills(visit, order, command.Although, session, ct);
        await Suitability.MindHours(visit, command.Although, session, ct);
        await Bookings.Take(visit, booking, session, ct);
        await Briefing.Give(visit, order, session, ct);
        await Course.Follow(order, session, ct);
        return reassigned;
    }
}

namespace Callout.WorkOrders;

/// <summary>Gives a visit that nobody has begun another time, technician or crew.</summary>
/// <param name="Seen">The version of the visit on the dispatcher's screen.</param>
/// <param name="Although">Why it may be though somebody does not work then, or lacks what the work asks for; the latter only a manager may say.</param>
[Refuses("visit.illegal", "visit.ends-before-start", "visit.overlaps", "visit.too-long", "visit.crew-twice", "visit.outside-hours", "visit.unfit")]
public sealed record RescheduleVisit(
    VisitId Visit, ResourceId Lead, Instant Start, Instant End, DateTimeZone Zone, int? TravelMinutes = null, IReadOnlyList<ResourceId>? Crew = null, long? Seen = null, string? Although = null)
{
    internal static readonly RescheduleVisit Example = new(
        PlanVisit.Example.Visit, PlanVisit.Example.Lead, Instant.FromUtc(2026, 11, 24, 6, 0), Instant.FromUtc(2026, 11, 24, 7, 30), DateTimeZoneProviders.Tzdb["Africa/Nairobi"], 20);

    internal static async Task<VisitRescheduled> Handle(RescheduleVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        order.CanBePlanned();
        var booking = new Booking(command.Lead, command.Crew ?? [], command.Start, command.End, command.TravelMinutes ?? 0, command.Start.InZone(command.Zone).Date).Checked();
        var rescheduled = session.Append(visit, visit.Reschedule(booking));
        await Suitability.MindSkills(visit, order, command.Although, session, ct);
        await Suitability.MindHours(visit, command.Although, session, ct);
        await Bookings.Take(visit, booking, session, ct);
        await Briefing.Give(visit, order, session, ct);
        await Course.Follow(order, session, ct);
        return rescheduled;
    }
}

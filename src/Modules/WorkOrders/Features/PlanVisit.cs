namespace Callout.WorkOrders;

/// <param name="Zone">The time zone of the site, which decides on whose day the visit falls.</param>
/// <param name="TravelMinutes">The way there, which takes the crew's time before the start.</param>
/// <param name="Although">Why it may be though somebody does not work then, or lacks what the work asks for; the latter only a manager may say.</param>
[Refuses("visit.ends-before-start", "visit.overlaps", "visit.too-long", "visit.crew-twice", "visit.outside-hours", "visit.unfit", "work-order.illegal")]
public sealed record PlanVisit(
    VisitId Visit, WorkOrderId WorkOrder, ResourceId Lead, Instant Start, Instant End, DateTimeZone Zone, int? TravelMinutes = null, IReadOnlyList<ResourceId>? Crew = null, string? Although = null)
{
    internal static readonly PlanVisit Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000d001")), OpenWorkOrder.Example.WorkOrder, new(new("0199f3a0-0000-7000-8000-00000000e001")),
        Instant.FromUtc(2026, 11, 23, 6, 0), Instant.FromUtc(2026, 11, 23, 7, 30), DateTimeZoneProviders.Tzdb["Africa/Nairobi"], 20);

    internal static async Task<VisitPlanned> Handle(PlanVisit command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct);
        order.CanBePlanned();
        var booking = new Booking(command.Lead, command.Crew ?? [], command.Start, command.End, command.TravelMinutes ?? 0, command.Start.InZone(command.Zone).Date).Checked();
        var (visit, planned) = WorkOrders.Visit.Plan(command.Visit, order, (await Course.VisitsOf(order, session, ct)).Count + 1, booking);
        await Bookings.Take(visit, booking, session, ct);
        session.Add(visit, planned);
        await Suitability.MindSkills(visit, order, command.Although, session, ct);
        await Suitability.MindHours(visit, command.Although, session, ct);
        await Briefing.Give(visit, order, session, ct);
        await Course.Follow(order, session, ct, visit);
        return planned;
    }
}

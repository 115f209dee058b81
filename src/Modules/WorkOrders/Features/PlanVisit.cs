namespace Callout.WorkOrders;

/// <param name="Zone">The time zone of the site, which decides on whose day the visit falls.</param>
[Refuses("visit.ends-before-start", "work-order.completed")]
public sealed record PlanVisit(VisitId Visit, WorkOrderId WorkOrder, ResourceId Lead, Instant Start, Instant End, DateTimeZone Zone)
{
    internal static readonly PlanVisit Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000d001")), OpenWorkOrder.Example.WorkOrder, new(new("0199f3a0-0000-7000-8000-00000000e001")),
        Instant.FromUtc(2026, 11, 23, 6, 0), Instant.FromUtc(2026, 11, 23, 7, 30), DateTimeZoneProviders.Tzdb["Africa/Nairobi"]);

    internal static async Task<VisitPlanned> Handle(PlanVisit command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct);
        var (visit, planned) = WorkOrders.Visit.Plan(command.Visit, order, command.Lead, command.Start, command.End, command.Zone);
        return session.Add(visit, planned);
    }
}

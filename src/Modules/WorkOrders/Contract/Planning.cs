namespace Callout.WorkOrders;

/// <summary>What an order asks of whoever is sent, and of when.</summary>
public sealed record WantedWork(
    WorkOrderId WorkOrder, BranchId Branch, long Number, string Summary, Priority Priority, int Minutes, IReadOnlyList<SkillNeed> Skills,
    SiteSummary? Site, Instant? Due, Instant? WindowFrom, Instant? WindowTo);

/// <summary>A stretch of somebody's time that a visit takes, from setting out to the end of the work.</summary>
public sealed record Stop(
    VisitId Visit, WorkOrderId WorkOrder, ResourceId Technician, Instant Leaves, Instant Start, Instant End, VisitState State, long Version,
    ResourceId? Lead, long Number, string Summary, Priority Priority, SiteId? Site, Instant? Due, Instant? Arrived, Instant? Ended);

/// <summary>What whoever plans asks about work and about time that is taken.</summary>
public static class Planning
{
    public static async Task<WantedWork> Wanted(WorkOrderId id, Reading reading, CancellationToken ct)
    {
        var order = await reading.Get<WorkOrder, WorkOrderId>(id, ct);
        var template = order is { WorkType: { } type, Revision: { } revision } ? await WorkTypes.Template(type, revision, reading, ct) : Presets.Plain;
        var site = order.Site is { } at ? (await Sites.Of([at], reading, ct)).GetValueOrDefault(at) : null;
        return new WantedWork(order.Id, order.Branch, order.Number, order.Summary, order.Priority, template.Minutes, template.Skills, site, order.DueOnSite, order.WindowFrom, order.WindowTo);
    }

    /// <summary>Which order a visit serves, and for how long.</summary>
    public static async Task<VisitWork> Of(VisitId id, Reading reading, CancellationToken ct)
    {
        var visit = await reading.Get<Visit, VisitId>(id, ct);
        return new VisitWork(visit.Id, visit.WorkOrder, visit is { Start: { } start, End: { } end } ? (int)(end - start).TotalMinutes : null);
    }

    /// <summary>The time that these people's visits take between two moments; those called off take none.</summary>
    public static async Task<IReadOnlyList<Stop>> Stops(IReadOnlyCollection<ResourceId> people, Instant from, Instant until, Reading reading, CancellationToken ct)
    {
        // Only what a board shows of a visit: a day of hundreds of people holds thousands, each with its checklist and history.
        var visits = await reading.Of<VisitAssignment>().Where(a => people.Contains(a.Resource) && a.BusyFrom < until && a.BusyTo > from)
            .Join(reading.Of<Visit>().Where(v => v.Start != null), a => a.Visit, v => v.Id, (a, v) => new
            {
                a.Resource, v.Id, v.WorkOrder, v.State, v.Version, v.Lead, v.Crew, v.Start, v.End, v.TravelMinutes, v.Job, v.Steps,
            }).ToListAsync(ct);
        return [.. visits.Where(v => TakesTime(v.State) && (v.Lead == v.Resource || v.Crew.Contains(v.Resource)))
            .Select(v => new Stop(
                v.Id, v.WorkOrder, v.Resource, v.Start!.Value - Duration.FromMinutes(v.TravelMinutes), v.Start.Value, v.End!.Value, v.State, v.Version,
                v.Lead, v.Job.Number, v.Job.Summary, v.Job.Priority, v.Job.Site, v.Job.Due, Visit.Arrived(v.Steps), Visit.Ended(v.State, v.Steps)))
            .OrderBy(s => s.Leaves).ThenBy(s => s.Visit.Value).ThenBy(s => s.Technician.Value)];
    }

    private static bool TakesTime(VisitState state) => state is not (VisitState.Tentative or VisitState.Cancelled or VisitState.Expired);
}

/// <param name="Minutes">How long it is planned for; null while it has no time.</param>
public sealed record VisitWork(VisitId Visit, WorkOrderId WorkOrder, int? Minutes);

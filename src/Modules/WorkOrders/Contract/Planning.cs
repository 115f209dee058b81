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
        var taken = await reading.Of<VisitAssignment>().Where(a => people.Contains(a.Resource) && a.BusyFrom < until && a.BusyTo > from).ToListAsync(ct);
        var ids = taken.Select(a => a.Visit).Distinct().ToList();
        var visits = await reading.Of<Visit>().Where(v => ids.Contains(v.Id) && v.Start != null).ToDictionaryAsync(v => v.Id, ct);
        return [.. taken.Where(a => visits.TryGetValue(a.Visit, out var v) && Takes(v, a.Resource)).Select(a => Stop(visits[a.Visit], a)).OrderBy(s => s.Leaves)];
    }

    private static bool Takes(Visit visit, ResourceId person) =>
        visit.State is not (VisitState.Tentative or VisitState.Cancelled or VisitState.Expired) && (visit.Lead == person || visit.Crew.Contains(person));

    private static Stop Stop(Visit v, VisitAssignment taken) => new(
        v.Id, v.WorkOrder, taken.Resource, v.Start!.Value - Duration.FromMinutes(v.TravelMinutes), v.Start.Value, v.End!.Value, v.State, v.Version,
        v.Lead, v.Job.Number, v.Job.Summary, v.Job.Priority, v.Job.Site, v.Job.Due, v.ArrivedAt, v.EndedAt);
}

/// <param name="Minutes">How long it is planned for; null while it has no time.</param>
public sealed record VisitWork(VisitId Visit, WorkOrderId WorkOrder, int? Minutes);

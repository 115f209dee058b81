namespace Callout.WorkOrders;

public sealed record PastVisit(VisitId Id, WorkOrderId WorkOrder, long Number, string Summary, VisitState State, VisitOutcome? Outcome, string? Reason, ResourceId? Lead, string? Technician, Instant? Start, string? Cause, string? Action);

/// <param name="Open">Work that is under way or waits.</param>
/// <param name="Visits">The last ones, the newest first.</param>
public sealed record HistoryPage(IReadOnlyList<WorkOrderLine> Open, IReadOnlyList<PastVisit> Visits);

/// <summary>What was done at a site or to an asset before: at intake, on the order, on the phone.</summary>
/// <param name="Last">How many visits; five when nothing is said.</param>
[Refuses("history.of-what")]
public sealed record GetHistory(SiteId? Site, AssetId? Asset, AccountId? Account, int? Last)
{
    internal static async Task<HistoryPage> Handle(GetHistory query, Reading reading, CancellationToken ct)
    {
        Refusal.If(query is { Site: null, Asset: null, Account: null }, "history.of-what", "Name a site, an asset or an account.");
        var orders = reading.Of<WorkOrder>();
        if (query.Site is { } site) orders = orders.Where(o => o.Site == site);
        if (query.Asset is { } asset) orders = orders.Where(o => o.Asset == asset);
        if (query.Account is { } account) orders = orders.Where(o => o.Account == account);
        var open = await orders.Where(o => o.Bucket != Bucket.Closed && o.Bucket != Bucket.Completed).OrderBy(o => o.Turn).ThenBy(o => o.Id).Take(50).Select(Lines.WorkOrder).ToListAsync(ct);
        return new HistoryPage(await Naming.Name(open, reading, ct), await Visits(orders, query.Last, reading, ct));
    }

    private static async Task<IReadOnlyList<PastVisit>> Visits(IQueryable<WorkOrder> orders, int? last, Reading reading, CancellationToken ct)
    {
        var past = await orders.Join(reading.Of<Visit>(), o => o.Id, v => v.WorkOrder, (o, v) => new { o, v })
            .Where(p => p.v.State == VisitState.Completed || p.v.State == VisitState.Incomplete || p.v.State == VisitState.NoAccess)
            .OrderByDescending(p => p.v.Start).ThenByDescending(p => p.v.Id).Take(Math.Clamp(last ?? 5, 1, 100))
            .Select(p => new PastVisit(p.v.Id, p.o.Id, p.o.Number, p.o.Summary, p.v.State, p.v.Outcome, p.v.Reason, p.v.Lead, null, p.v.Start, p.o.Cause, p.o.Action))
            .ToListAsync(ct);
        var people = await Naming.People(past.Select(v => v.Lead), reading, ct);
        return [.. past.Select(v => v with { Technician = Naming.Of(v.Lead, people) })];
    }
}

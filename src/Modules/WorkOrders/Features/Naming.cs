using Callout.Workforce;

namespace Callout.WorkOrders;

/// <summary>What stands on a line for its ids, so that a list is one question. What is not in sight has no name.</summary>
/// <param name="Address">Of the site, on one line.</param>
/// <param name="Area">The site's town or region.</param>
public sealed record Named(string? Account, string? Site, string? Address, string? Area, string? Asset, string? Model, string? Serial)
{
    internal static readonly Named Nothing = new(null, null, null, null, null, null, null);
}

/// <summary>The visit that comes next.</summary>
public sealed record NextVisit(VisitId Id, VisitState State, ResourceId Lead, string? Technician, Instant Start, Instant End);

/// <summary>Puts names on lines: one question for each kind of thing, however long the list is.</summary>
internal static class Naming
{
    public static async Task<IReadOnlyList<RequestLine>> Name(IReadOnlyList<RequestLine> lines, Reading reading, CancellationToken ct)
    {
        var names = await Of(lines.Select(l => (l.Account, l.Site, l.Asset)), reading, ct);
        return [.. lines.Zip(names, (line, named) => line with { Named = named })];
    }

    public static async Task<IReadOnlyList<WorkOrderLine>> Name(IReadOnlyList<WorkOrderLine> lines, Reading reading, CancellationToken ct)
    {
        var names = await Of(lines.Select(l => (l.Account, l.Site, l.Asset)), reading, ct);
        var next = await Next([.. lines.Where(l => l.Bucket is not (Bucket.Completed or Bucket.Closed)).Select(l => l.Id)], reading, ct);
        return [.. lines.Zip(names, (line, named) => line with { Named = named, Next = next.GetValueOrDefault(line.Id) })];
    }

    public static async Task<Page<RequestLine>> Name(Page<RequestLine> page, Reading reading, CancellationToken ct) => page with { Items = await Name(page.Items, reading, ct) };

    public static async Task<Page<WorkOrderLine>> Name(Page<WorkOrderLine> page, Reading reading, CancellationToken ct) => page with { Items = await Name(page.Items, reading, ct) };

    public static async Task<IReadOnlyList<Named>> Of(IEnumerable<(AccountId? Account, SiteId? Site, AssetId? Asset)> things, Reading reading, CancellationToken ct)
    {
        var all = things.ToList();
        var accounts = await Asked(all.Select(t => t.Account), ids => Accounts.Names(ids, reading, ct));
        var sites = await Asked(all.Select(t => t.Site), ids => Sites.Of(ids, reading, ct));
        var assets = await Asked(all.Select(t => t.Asset), ids => Assets.Of(ids, reading, ct));
        return [.. all.Select(t => Together(Of(t.Account, accounts), Of(t.Site, sites), Of(t.Asset, assets)))];
    }

    public static Task<Dictionary<ResourceId, string>> People(IEnumerable<ResourceId?> technicians, Reading reading, CancellationToken ct) =>
        Asked(technicians, ids => Technicians.Names(ids, reading, ct));

    public static TValue? Of<TId, TValue>(TId? id, Dictionary<TId, TValue> known) where TId : struct where TValue : class => id is { } one ? known.GetValueOrDefault(one) : null;

    public static async Task<Dictionary<TId, TValue>> Asked<TId, TValue>(IEnumerable<TId?> ids, Func<IReadOnlyCollection<TId>, Task<Dictionary<TId, TValue>>> ask) where TId : struct
    {
        List<TId> asked = [.. ids.OfType<TId>().Distinct()];
        return asked.Count == 0 ? [] : await ask(asked);
    }

    private static Named Together(string? account, SiteSummary? site, AssetSummary? asset) =>
        new(account, site?.Name, site?.Address, site?.Area, asset?.Name, asset?.Model, asset?.Serial);

    private static async Task<Dictionary<WorkOrderId, NextVisit>> Next(List<WorkOrderId> orders, Reading reading, CancellationToken ct)
    {
        if (orders.Count == 0) return [];
        List<VisitState> open = [.. DerivedState.Signs.Keys.Where(s => s != VisitState.Tentative)];
        var visits = await reading.Of<Visit>().Where(v => orders.Contains(v.WorkOrder) && open.Contains(v.State) && v.Lead != null && v.Start != null)
            .Select(v => new { v.WorkOrder, v.Id, v.State, v.Lead, v.Start, v.End }).ToListAsync(ct);
        var names = await People(visits.Select(v => v.Lead), reading, ct);
        return visits.GroupBy(v => v.WorkOrder).Select(g => g.MinBy(v => v.Start)!)
            .ToDictionary(v => v.WorkOrder, v => new NextVisit(v.Id, v.State, v.Lead!.Value, names.GetValueOrDefault(v.Lead!.Value), v.Start!.Value, v.End!.Value));
    }
}

namespace Callout.WorkOrders;

public sealed record WorkOrderLine(
    WorkOrderId Id, long Number, BranchId Branch, WorkOrderState State, Bucket Bucket, HoldReason? HoldReason, Priority Priority, WorkKind? Kind, string Summary,
    AccountId? Account, SiteId? Site, AssetId? Asset, Instant? Due, Instant AskedAt, long Version);

/// <summary>The queue of orders: emergencies first, then by the promise that falls due next.</summary>
/// <param name="Search">A number, or words of the summary.</param>
public sealed record FindWorkOrders(
    BranchId? Branch, Bucket? Bucket, WorkOrderState? State, Priority? Priority, AccountId? Account, SiteId? Site, string? Search, Guid? After, int? Limit)
{
    internal static async Task<Page<WorkOrderLine>> Handle(FindWorkOrders query, Reading reading, CancellationToken ct)
    {
        var orders = Matching(query, reading.Of<WorkOrder>());
        if (query.After is { } after && await reading.Of<WorkOrder>().FirstOrDefaultAsync(o => o.Id == new WorkOrderId(after), ct) is { } last)
            orders = orders.Where(o => o.Turn > last.Turn || o.Turn == last.Turn && (o.Number > last.Number || o.Number == last.Number && o.Id != last.Id));
        return (await orders.OrderBy(o => o.Turn).ThenBy(o => o.Number).ThenBy(o => o.Id).Select(o => new WorkOrderLine(
            o.Id, o.Number, o.Branch, o.State, o.Bucket, o.HoldReason, o.Priority, o.Kind, o.Summary, o.Account, o.Site, o.Asset, o.Due, o.AskedAt, o.Version))
            .Take(Queue.Size(query.Limit) + 1).ToListAsync(ct)).ToPage(query.Limit, o => o.Id.Value);
    }

    private static IQueryable<WorkOrder> Matching(FindWorkOrders query, IQueryable<WorkOrder> orders)
    {
        if (query.Branch is { } branch) orders = orders.Where(o => o.Branch == branch);
        if (query.Bucket is { } bucket) orders = orders.Where(o => o.Bucket == bucket);
        if (query.State is { } state) orders = orders.Where(o => o.State == state);
        if (query.Priority is { } priority) orders = orders.Where(o => o.Priority == priority);
        if (query.Account is { } account) orders = orders.Where(o => o.Account == account);
        if (query.Site is { } site) orders = orders.Where(o => o.Site == site);
        if (query.Search is not { } words) return orders;
        return long.TryParse(words, out var number) ? orders.Where(o => o.Number == number) : orders.Where(o => o.Summary.ToLower().Contains(words.ToLower()));
    }
}

namespace Callout.WorkOrders;

/// <param name="AtStake">What missing a promise costs at once.</param>
public sealed record WorkOrderLine(
    WorkOrderId Id, long Number, BranchId Branch, WorkOrderState State, Bucket Bucket, HoldReason? HoldReason, Priority Priority, WorkKind? Kind, WorkTypeId? WorkType, string Summary,
    AccountId? Account, SiteId? Site, AssetId? Asset, Instant? Due, Instant AskedAt, Money? AtStake, long Version)
{
    public Named Named { get; init; } = Named.Nothing;

    public NextVisit? Next { get; init; }
}

public enum OrderSort
{
    /// <summary>Emergencies first, then by the promise that falls due next.</summary>
    Turn,
    Newest,
}

/// <summary>The queue of orders: emergencies first, then by the promise that falls due next.</summary>
/// <param name="Technician">Who goes or went there, as the lead or in the crew.</param>
/// <param name="Unscheduled">Those that could be planned and are not.</param>
/// <param name="DueBefore">Those of which a running promise falls due before that moment.</param>
/// <param name="Search">A number, or the beginnings of words: of the summary, the customer, the site, or the asset with its serial.</param>
public sealed record FindWorkOrders(
    BranchId? Branch = null, Bucket? Bucket = null, WorkOrderState? State = null, Priority? Priority = null, AccountId? Account = null, SiteId? Site = null, AssetId? Asset = null,
    ResourceId? Technician = null, WorkTypeId? WorkType = null, bool? Unscheduled = null, Instant? DueBefore = null, string? Search = null, OrderSort? Sort = null, Guid? After = null, int? Limit = null)
{
    internal static async Task<Page<WorkOrderLine>> Handle(FindWorkOrders query, Reading reading, CancellationToken ct)
    {
        var orders = await query.Matching(reading.Of<WorkOrder>(), reading).Having(query.Search, reading, ct);
        var page = query.Sort == OrderSort.Newest
            ? await orders.Page<WorkOrder, WorkOrderId, WorkOrderLine>(query.After, query.Limit, Lines.WorkOrder, ct)
            : await orders.InTurn(o => o.Turn, reading.Of<WorkOrder>(), query.After, query.Limit, Lines.WorkOrder, o => o.Id, ct);
        return await Naming.Name(page, reading, ct);
    }

    private IQueryable<WorkOrder> Matching(IQueryable<WorkOrder> orders, Reading reading)
    {
        if ((Branch ?? reading.OnlyBranch()) is { } branch) orders = orders.Where(o => o.Branch == branch);
        if (Bucket is { } bucket) orders = orders.Where(o => o.Bucket == bucket);
        if (State is { } state) orders = InState(state, orders);
        if (Unscheduled is { } waits) orders = waits ? orders.Where(o => o.Bucket == WorkOrders.Bucket.Open && o.State == WorkOrderState.Ready) : orders.Where(o => o.State != WorkOrderState.Ready);
        if (Priority is { } priority) orders = orders.Where(o => o.Priority == priority);
        if (WorkType is { } type) orders = orders.Where(o => o.WorkType == type);
        if (Account is { } account) orders = orders.Where(o => o.Account == account);
        if (Site is { } site) orders = orders.Where(o => o.Site == site);
        if (Asset is { } asset) orders = orders.Where(o => o.Asset == asset);
        if (DueBefore is { } due) orders = UnderWay(orders).Where(o => o.Due < due);
        return Technician is { } technician ? Of(technician, orders, reading) : orders;
    }

    /// <summary>Neither done nor given up. Named one by one, as the index has them.</summary>
    internal static IQueryable<WorkOrder> UnderWay(IQueryable<WorkOrder> orders)
    {
        List<Bucket> buckets = [WorkOrders.Bucket.Open, WorkOrders.Bucket.Assigned, WorkOrders.Bucket.InProgress, WorkOrders.Bucket.WaitingForParts];
        return orders.Where(o => buckets.Contains(o.Bucket));
    }

    // The bucket that a state lies in is what the index knows.
    private static IQueryable<WorkOrder> InState(WorkOrderState state, IQueryable<WorkOrder> orders)
    {
        List<Bucket> buckets = [.. Enum.GetValues<HoldReason>().Select(reason => WorkOrders.WorkOrder.BucketOf(state, reason)).Distinct()];
        return orders.Where(o => o.State == state && buckets.Contains(o.Bucket));
    }

    private static IQueryable<WorkOrder> Of(ResourceId technician, IQueryable<WorkOrder> orders, Reading reading)
    {
        var theirs = reading.Of<Visit>().Where(v => v.Lead == technician && v.State != VisitState.Cancelled).Select(v => v.WorkOrder)
            .Union(reading.Of<VisitAssignment>().Where(a => a.Resource == technician && a.Blocks).Select(a => a.WorkOrder));
        return orders.Where(o => theirs.Contains(o.Id));
    }
}

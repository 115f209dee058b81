namespace Callout.WorkOrders;

public sealed record BucketCount(Bucket Bucket, int Orders);

/// <summary>How many orders are in each of the six.</summary>
public sealed record CountWorkOrders(BranchId? Branch)
{
    internal static async Task<IReadOnlyList<BucketCount>> Handle(CountWorkOrders query, Reading reading, CancellationToken ct)
    {
        var orders = reading.Of<WorkOrder>();
        if (query.Branch is { } branch) orders = orders.Where(o => o.Branch == branch);
        var counts = await orders.GroupBy(o => o.Bucket).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return [.. Enum.GetValues<Bucket>().Select(b => new BucketCount(b, counts.GetValueOrDefault(b)))];
    }
}

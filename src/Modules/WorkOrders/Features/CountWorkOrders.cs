namespace Callout.WorkOrders;

/// <param name="More">There are more than are counted: nobody reads how many, and counting a million takes as long as reading them.</param>
public sealed record BucketCount(Bucket Bucket, int Orders, bool More = false);

/// <summary>How many orders are in each of the six, up to 10,000 of each.</summary>
public sealed record CountWorkOrders(BranchId? Branch)
{
    private const int Counted = 10_000;

    internal static async Task<IReadOnlyList<BucketCount>> Handle(CountWorkOrders query, Reading reading, CancellationToken ct)
    {
        var orders = reading.Of<WorkOrder>();
        if ((query.Branch ?? reading.OnlyBranch()) is { } branch) orders = orders.Where(o => o.Branch == branch);
        List<BucketCount> counts = [];
        foreach (var bucket in Enum.GetValues<Bucket>())
        {
            var found = await orders.Where(o => o.Bucket == bucket).Take(Counted + 1).CountAsync(ct);
            counts.Add(new(bucket, Math.Min(found, Counted), found > Counted));
        }

        return counts;
    }
}

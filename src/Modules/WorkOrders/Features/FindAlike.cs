namespace Callout.WorkOrders;

public sealed record AlikePage(IReadOnlyList<RequestLine> Requests, IReadOnlyList<WorkOrderLine> Orders)
{
    internal static readonly AlikePage None = new([], []);
}

/// <summary>Asked before a request is saved: has this asset's symptom already been reported?</summary>
/// <param name="Days">How far back; a fortnight when nothing is said.</param>
/// <param name="But">A request that is not to be compared with itself.</param>
public sealed record FindAlike(AssetId Asset, string? Symptom = null, int? Days = null, ServiceRequestId? But = null)
{
    private const int AtMost = 10;

    internal static async Task<AlikePage> Handle(FindAlike query, Reading reading, CancellationToken ct)
    {
        var since = reading.Now - Duration.FromDays(Math.Clamp(query.Days ?? 14, 1, 365));
        var requests = await reading.Of<ServiceRequest>()
            .Where(r => r.Asset == query.Asset && (query.Symptom == null || r.Symptom == query.Symptom) && r.ReceivedAt >= since && r.State != RequestState.Declined && (query.But == null || r.Id != query.But))
            .OrderByDescending(r => r.Id).Take(AtMost).Select(Lines.Request).ToListAsync(ct);
        var orders = await reading.Of<WorkOrder>()
            .Where(o => o.Asset == query.Asset && (query.Symptom == null || o.Symptom == query.Symptom) && o.AskedAt >= since && o.Bucket != Bucket.Closed)
            .OrderByDescending(o => o.Id).Take(AtMost).Select(Lines.WorkOrder).ToListAsync(ct);
        return new AlikePage(await Naming.Name(requests, reading, ct), await Naming.Name(orders, reading, ct));
    }
}

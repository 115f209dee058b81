namespace Callout.WorkOrders;

public sealed record RequestLine(
    ServiceRequestId Id, long Number, BranchId Branch, Channel Channel, Urgency Urgency, RequestState State, string Summary, string? CallerName, string? CallerPhone,
    AccountId? Account, SiteId? Site, AssetId? Asset, string? Symptom, Instant ReceivedAt, WorkOrderId? WorkOrder, long Version);

/// <summary>The queue: emergencies first, then what has waited longest. With <c>open=false</c> what has been settled.</summary>
public sealed record FindRequests(BranchId? Branch, Channel? Channel, RequestState? State, bool? Open, string? Search, Guid? After, int? Limit)
{
    internal static async Task<Page<RequestLine>> Handle(FindRequests query, Reading reading, CancellationToken ct)
    {
        var requests = Matching(query, reading.Of<ServiceRequest>());
        if (query.After is { } after && await requests.FirstOrDefaultAsync(r => r.Id == new ServiceRequestId(after), ct) is { } last)
            requests = requests.Where(r => r.Turn > last.Turn || r.Turn == last.Turn && (r.Number > last.Number || r.Number == last.Number && r.Id != last.Id));
        return (await requests.OrderBy(r => r.Turn).ThenBy(r => r.Number).ThenBy(r => r.Id).Select(r => new RequestLine(
            r.Id, r.Number, r.Branch, r.Channel, r.Urgency, r.State, r.Summary, r.CallerName, r.CallerPhone, r.Account, r.Site, r.Asset, r.Symptom, r.ReceivedAt, r.WorkOrder, r.Version))
            .Take(Queue.Size(query.Limit) + 1).ToListAsync(ct)).ToPage(query.Limit, r => r.Id.Value);
    }

    private static IQueryable<ServiceRequest> Matching(FindRequests query, IQueryable<ServiceRequest> requests)
    {
        if (query.Branch is { } branch) requests = requests.Where(r => r.Branch == branch);
        if (query.Channel is { } channel) requests = requests.Where(r => r.Channel == channel);
        if (query.State is { } state) requests = requests.Where(r => r.State == state);
        if (query.Open is { } open) requests = requests.Where(r => (r.State == RequestState.New || r.State == RequestState.Waiting) == open);
        if (query.Search is { } words) requests = requests.Where(r => r.Summary.ToLower().Contains(words.ToLower()) || r.ExternalRef == words);
        return requests;
    }
}

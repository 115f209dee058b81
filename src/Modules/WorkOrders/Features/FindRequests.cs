namespace Callout.WorkOrders;

public sealed record RequestLine(
    ServiceRequestId Id, long Number, BranchId Branch, Channel Channel, Urgency Urgency, RequestState State, string Summary, string? CallerName, string? CallerPhone, string? CallerEmail,
    AccountId? Account, SiteId? Site, AssetId? Asset, string? Symptom, Instant ReceivedAt, WorkOrderId? WorkOrder, long Version)
{
    public Named Named { get; init; } = Named.Nothing;
}

/// <summary>The queue: emergencies first, then what has waited longest. With <c>open=false</c> what has been settled.</summary>
/// <param name="Search">A number, or the beginnings of words: of the summary, the caller, the customer, the site, or the asset with its serial.</param>
public sealed record FindRequests(BranchId? Branch, Channel? Channel, RequestState? State, bool? Open, string? Search, Guid? After, int? Limit)
{
    internal static async Task<Page<RequestLine>> Handle(FindRequests query, Reading reading, CancellationToken ct)
    {
        var requests = await query.Matching(reading.Of<ServiceRequest>(), reading).Having(query.Search, reading, ct);
        var page = await requests.InTurn(r => r.Turn, reading.Of<ServiceRequest>(), query.After, query.Limit, Lines.Request, r => r.Id, ct);
        return await Naming.Name(page, reading, ct);
    }

    private IQueryable<ServiceRequest> Matching(IQueryable<ServiceRequest> requests, Reading reading)
    {
        if ((Branch ?? reading.OnlyBranch()) is { } branch) requests = requests.Where(r => r.Branch == branch);
        if (Channel is { } channel) requests = requests.Where(r => r.Channel == channel);
        if (State is { } state) requests = requests.Where(r => r.State == state);
        if (Open is { } open) requests = requests.Where(r => r.IsOpen == open);
        return requests;
    }
}

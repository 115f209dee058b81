namespace Callout.WorkOrders;

public sealed record RequestLine(ServiceRequestId Id, BranchId Branch, Channel Channel, string Summary, Instant ReceivedAt, WorkOrderId? WorkOrder);

/// <summary>The queue: the newest first, in pages.</summary>
public sealed record FindRequests(BranchId? Branch, bool? Open, Guid? After, int? Limit)
{
    internal static Task<Page<RequestLine>> Handle(FindRequests query, Reading reading, CancellationToken ct)
    {
        var requests = reading.Of<ServiceRequest>();
        if (query.Branch is { } branch) requests = requests.Where(r => r.Branch == branch);
        if (query.Open is { } open) requests = requests.Where(r => r.WorkOrder == null == open);
        return requests.Page<ServiceRequest, ServiceRequestId, RequestLine>(
            query.After, query.Limit, r => new RequestLine(r.Id, r.Branch, r.Channel, r.Summary, r.CreatedAt, r.WorkOrder), ct);
    }
}

namespace Callout.WorkOrders;

/// <summary>What other modules must know of a request to speak to whoever made it.</summary>
/// <param name="Question">What they were asked and have not answered yet.</param>
public sealed record RequestSummary(
    ServiceRequestId Id, BranchId Branch, long Number, Channel Channel, RequestState State, string Summary, AccountId? Account, ContactId? Contact,
    string? CallerName, string? CallerPhone, string? CallerEmail, string? Question, WorkOrderId? WorkOrder, Instant ReceivedAt);

/// <summary>What other modules ask about requests.</summary>
public static class Requests
{
    public static async Task<RequestSummary> Of(ServiceRequestId id, Reading reading, CancellationToken ct) => Summary(await reading.Get<ServiceRequest, ServiceRequestId>(id, ct));

    /// <summary>The request that became this order; null when the order came about otherwise.</summary>
    public static async Task<RequestSummary?> Behind(WorkOrderId order, Reading reading, CancellationToken ct) =>
        await reading.Of<ServiceRequest>().FirstOrDefaultAsync(r => r.WorkOrder == order && r.State == RequestState.Ordered, ct) is { } request ? Summary(request) : null;

    public static async Task<BranchId> BranchOf(WorkOrderId order, Reading reading, CancellationToken ct) => (await reading.Get<WorkOrder, WorkOrderId>(order, ct)).Branch;

    private static RequestSummary Summary(ServiceRequest r) => new(
        r.Id, r.Branch, r.Number, r.Channel, r.State, r.Summary, r.Account, r.Contact, r.CallerName, r.CallerPhone, r.CallerEmail,
        r.State == RequestState.Waiting ? r.Question : null, r.WorkOrder, r.ReceivedAt);
}

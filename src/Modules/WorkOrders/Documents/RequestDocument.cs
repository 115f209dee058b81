namespace Callout.WorkOrders;

internal sealed record RequestShape(
    long Number, BranchId Branch, Channel Channel, Urgency Urgency, RequestState State, string Summary, string? Words, string? CallerName, string? CallerPhone, string? CallerEmail,
    AccountId? Account, SiteId? Site, AssetId? Asset, ContactId? Contact, string? Symptom, string? Question, string? Answer, Instant ReceivedAt, Instant? AnswerBy, WorkOrderId? WorkOrder);

internal sealed record OwnRequestShape(long Number, RequestState State, string Summary, SiteId? Site, AssetId? Asset, string? Question, Instant ReceivedAt, WorkOrderId? WorkOrder);

internal static class RequestDocument
{
    public static IEnumerable<Audience> Audiences(ServiceRequest request) => [Audience.Branch(request.Branch), Audience.HeadOffice, Audience.Customer(request.Account)];

    public static Shapes Shapes(ServiceRequest r) => new()
    {
        Office = new RequestShape(
            r.Number, r.Branch, r.Channel, r.Urgency, r.State, r.Summary, r.Words, r.CallerName, r.CallerPhone, r.CallerEmail,
            r.Account, r.Site, r.Asset, r.Contact, r.Symptom, r.Question, r.Answer, r.ReceivedAt, r.AnswerBy, r.WorkOrder),
        Customer = new OwnRequestShape(r.Number, r.State, r.Summary, r.Site, r.Asset, r.Question, r.ReceivedAt, r.WorkOrder),
    };
}

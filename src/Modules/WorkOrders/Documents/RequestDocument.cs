namespace Callout.WorkOrders;

internal sealed record RequestShape(BranchId Branch, Channel Channel, string Summary, Instant ReceivedAt, WorkOrderId? WorkOrder);

internal static class RequestDocument
{
    public static IEnumerable<Audience> Audiences(ServiceRequest request) => [Audience.Branch(request.Branch), Audience.HeadOffice];

    public static Shapes Shapes(ServiceRequest request) => new()
    {
        Office = new RequestShape(request.Branch, request.Channel, request.Summary, request.CreatedAt, request.WorkOrder),
    };
}

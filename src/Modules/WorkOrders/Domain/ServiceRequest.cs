namespace Callout.WorkOrders;

internal sealed class ServiceRequest : Entity<ServiceRequestId>, IInBranch
{
    public const int SummaryLength = 200;

    public BranchId Branch { get; private init; }

    public AccountId? Account { get; private init; }

    public Channel Channel { get; private init; }

    public string Summary { get; private init; } = "";

    public WorkOrderId? WorkOrder { get; private set; }

    public static (ServiceRequest, RequestReceived) Receive(ServiceRequestId id, BranchId branch, AccountId? account, Channel channel, string summary)
    {
        Refusal.If(string.IsNullOrWhiteSpace(summary), "request.empty", "Say in a few words what is needed.");
        Refusal.If(summary.Length > SummaryLength, "request.too-long", $"Keep the summary under {SummaryLength} characters; the rest belongs in a note.");

        var request = new ServiceRequest { Id = id, Branch = branch, Account = account, Channel = channel, Summary = summary.Trim() };
        return (request, new RequestReceived(id, channel));
    }

    public void Becomes(WorkOrderId order)
    {
        Refusal.If(WorkOrder is not null, "request.already-ordered", "There is already a work order for this request.");
        WorkOrder = order;
    }
}

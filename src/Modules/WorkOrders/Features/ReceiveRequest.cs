namespace Callout.WorkOrders;

[Refuses("request.empty", "request.too-long")]
public sealed record ReceiveRequest(ServiceRequestId Request, BranchId Branch, Channel Channel, string Summary, AccountId? Account = null)
{
    internal static readonly ReceiveRequest Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000a001")), new(new("0199f3a0-0000-7000-8000-00000000b001")), Channel.Phone, "Cold room at 9 degrees, compressor clicks");

    internal static Task<RequestReceived> Handle(ReceiveRequest command, Session session, CancellationToken ct)
    {
        var account = session.Principal.Sight.Account ?? command.Account;
        var (request, received) = ServiceRequest.Receive(command.Request, command.Branch, account, command.Channel, command.Summary);
        return Task.FromResult(session.Add(request, received));
    }
}

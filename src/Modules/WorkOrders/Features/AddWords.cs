namespace Callout.WorkOrders;

/// <summary>Adds to a request what was said about it later, in the customer's own words.</summary>
[Refuses("request.settled", "request.empty")]
public sealed record AddWords(ServiceRequestId Request, string Words)
{
    internal static readonly AddWords Example = new(ReceiveRequest.Example.Request, "It is the one at the back, and it leaks");

    internal static async Task<RequestDescribed> Handle(AddWords command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        return session.Append(request, request.AddWords(command.Words));
    }
}

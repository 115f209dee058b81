namespace Callout.WorkOrders;

/// <summary>Nothing will be done about it, and why.</summary>
[Refuses("request.settled")]
public sealed record DeclineRequest(ServiceRequestId Request, DeclineReason Reason)
{
    internal static readonly DeclineRequest Example = new(ReceiveRequest.Example.Request, DeclineReason.SolvedByCustomer);

    internal static async Task<RequestDeclined> Handle(DeclineRequest command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        return session.Append(request, request.Decline(command.Reason));
    }
}

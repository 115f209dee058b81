namespace Callout.WorkOrders;

/// <summary>Asks the customer for more. The request waits without losing its place.</summary>
[Refuses("request.settled", "request.question-empty")]
public sealed record AskAboutRequest(ServiceRequestId Request, string Question)
{
    internal static readonly AskAboutRequest Example = new(ReceiveRequest.Example.Request, "Which of the two cold rooms is it?");

    internal static async Task<RequestAsked> Handle(AskAboutRequest command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        return session.Append(request, request.Ask(command.Question));
    }
}

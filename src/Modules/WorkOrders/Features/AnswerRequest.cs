namespace Callout.WorkOrders;

/// <summary>What the customer answered.</summary>
[Refuses("request.not-waiting")]
public sealed record AnswerRequest(ServiceRequestId Request, string Answer)
{
    internal static readonly AnswerRequest Example = new(ReceiveRequest.Example.Request, "The one at the back");

    internal static async Task<RequestAnswered> Handle(AnswerRequest command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        return session.Append(request, request.TakeAnswer(command.Answer));
    }
}

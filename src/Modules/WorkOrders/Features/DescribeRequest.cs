namespace Callout.WorkOrders;

/// <summary>Fills in what has become known; what is left out stays.</summary>
[Refuses("request.settled", "failure-code.unknown")]
public sealed record DescribeRequest(ServiceRequestId Request, AccountId? Account = null, SiteId? Site = null, AssetId? Asset = null, ContactId? Contact = null, string? Symptom = null, Urgency? Urgency = null, string? Summary = null)
{
    internal static readonly DescribeRequest Example = new(ReceiveRequest.Example.Request, Symptom: "too-warm");

    internal static async Task<RequestDescribed> Handle(DescribeRequest command, Session session, CancellationToken ct)
    {
        await Codes.MustExist(CodeKind.Symptom, command.Symptom, session, ct);
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        var described = session.Append(request, request.Describe(command.Account, command.Site, command.Asset, command.Contact, command.Symptom, command.Urgency, command.Summary));
        await Promises.Give(request, session, ct);
        await session.Find(request, ct);
        return described;
    }
}

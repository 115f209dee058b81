namespace Callout.WorkOrders;

/// <param name="Words">The customer's own, whole.</param>
/// <param name="Media">Hashes that POST /api/blobs answered with.</param>
/// <param name="ExternalRef">Its number where it comes from. The same number again is refused, so that an import or a connector can send it twice.</param>
[Refuses("request.empty", "request.too-long", "request.media", "request.known", "failure-code.unknown")]
public sealed record ReceiveRequest(
    ServiceRequestId Request, BranchId Branch, Channel Channel, string Summary, AccountId? Account = null, Urgency? Urgency = null, string? Words = null,
    IReadOnlyList<string>? Media = null, SiteId? Site = null, AssetId? Asset = null, ContactId? Contact = null, string? CallerName = null, string? CallerPhone = null,
    string? Symptom = null, string? ExternalRef = null, string? CallerEmail = null)
{
    internal static readonly ReceiveRequest Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000a001")), new(new("0199f3a0-0000-7000-8000-00000000b001")), Channel.Phone, "Cold room at 9 degrees, compressor clicks",
        Urgency: WorkOrders.Urgency.High, CallerName: "Amina Yusuf", CallerPhone: "+254 722 000 000", Symptom: "too-warm");

    internal static async Task<RequestReceived> Handle(ReceiveRequest command, Session session, CancellationToken ct)
    {
        // A customer asks the branches that serve them, and sees no others.
        if (session.Principal.Sight.Account is { } asking)
            if (await Customers.Accounts.IsServedBy(asking, command.Branch, session, ct)) session.Reaches(command.Branch);
            else throw new Missing();
        await Codes.MustExist(CodeKind.Symptom, command.Symptom, session, ct);
        var (request, received) = ServiceRequest.Receive(command.Request, await session.Next($"requests/{command.Branch}", ct), command.Told(session.Principal), session.OccurredAt);
        await Promises.Give(request, session, ct);
        session.Add(request, received);
        foreach (var word in RequestWord.Of(request)) session.Keep(word);
        if (request.Urgency == WorkOrders.Urgency.Emergency) session.Append(request, new EmergencyRaised(request.Id));
        return received;
    }

    private Told Told(Principal by) => new(
        Branch, Channel, Urgency ?? WorkOrders.Urgency.Normal, Summary, Words, Media ?? [], by.Sight.Account ?? Account, Site, Asset, Contact, CallerName, CallerPhone, CallerEmail, Symptom, ExternalRef);
}

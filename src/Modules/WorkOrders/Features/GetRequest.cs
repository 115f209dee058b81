namespace Callout.WorkOrders;

/// <param name="Alike">Other requests and open orders for the same asset and symptom of the last fortnight.</param>
public sealed record RequestPage(
    RequestLine Request, string? Words, IReadOnlyList<string> Media, ContactId? Contact, ContactSummary? Person, string? ExternalRef, string? Question, string? Answer, IReadOnlyList<AttachmentLine> Attachments, AlikePage Alike);

public sealed record GetRequest(ServiceRequestId Id)
{
    internal static async Task<RequestPage> Handle(GetRequest query, Reading reading, CancellationToken ct)
    {
        var r = await reading.Get<ServiceRequest, ServiceRequestId>(query.Id, ct);
        var attachments = await reading.Of<Attachment>().Where(a => a.Request == r.Id).OrderBy(a => a.Id).ToListAsync(ct);
        var alike = r.Asset is { } asset ? await FindAlike.Handle(new FindAlike(asset, r.Symptom, null, r.Id), reading, ct) : AlikePage.None;
        var contacts = await Naming.Asked([r.Contact], ids => Contacts.Of(ids, reading, ct));
        var actors = await Actors.Names(attachments.Select(a => a.CreatedBy), reading, ct);
        var line = (await Naming.Name([Lines.OfRequest(r)], reading, ct))[0];
        return new RequestPage(
            line, r.Words, r.Media, r.Contact, Naming.Of(r.Contact, contacts), r.ExternalRef, r.Question, r.Answer,
            [.. attachments.Select(a => Lines.Of(a, reading.Service<Blobs>(), actors))], alike);
    }
}

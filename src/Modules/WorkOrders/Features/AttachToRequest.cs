namespace Callout.WorkOrders;

[Refuses("attachment.hash", "attachment.media-type")]
public sealed record AttachToRequest(AttachmentId Attachment, ServiceRequestId Request, string Hash, string Name, string MediaType)
{
    internal static readonly AttachToRequest Example = new(new(new("0199f3a0-0000-7000-8000-00000000f102")), ReceiveRequest.Example.Request, new('a', 64), "leak.jpg", "image/jpeg");

    internal static async Task<AttachmentAdded> Handle(AttachToRequest command, Session session, CancellationToken ct)
    {
        var request = await session.Load<ServiceRequest, ServiceRequestId>(command.Request, ct);
        var (attachment, added) = WorkOrders.Attachment.To(command.Attachment, request, new Shown(command.Hash, command.Name, command.MediaType, AttachmentTag.None, null));
        return session.Add(attachment, added);
    }
}

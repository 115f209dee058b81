namespace Callout.WorkOrders;

/// <summary>Attaches an uploaded file. The file itself may follow later, when there is signal for it.</summary>
[Refuses("attachment.hash", "attachment.media-type")]
public sealed record AttachToWorkOrder(
    AttachmentId Attachment, WorkOrderId WorkOrder, string Hash, string Name, string MediaType, AttachmentTag Tag = AttachmentTag.None, VisitId? Visit = null, Instant? TakenAt = null)
{
    internal static readonly AttachToWorkOrder Example = new(new(new("0199f3a0-0000-7000-8000-00000000f101")), OpenWorkOrder.Example.WorkOrder, new('a', 64), "before.jpg", "image/jpeg", AttachmentTag.Before);

    internal static async Task<AttachmentAdded> Handle(AttachToWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct);
        var (attachment, added) = WorkOrders.Attachment.To(command.Attachment, order, command.Visit, new Shown(command.Hash, command.Name, command.MediaType, command.Tag, command.TakenAt));
        session.Add(attachment, added);
        await Course.Follow(order, session, ct, attachment);
        return added;
    }
}

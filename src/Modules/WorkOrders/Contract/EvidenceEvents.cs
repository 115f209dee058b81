namespace Callout.WorkOrders;

[Event("note.added")]
public sealed record NoteAdded(NoteId Note, WorkOrderId WorkOrder, VisitId? Visit) : IEvent;

/// <summary>A picture, document or recording, named by the hash of its content.</summary>
[Event("attachment.added")]
public sealed record AttachmentAdded(AttachmentId Attachment, WorkOrderId? WorkOrder, ServiceRequestId? Request, VisitId? Visit, [property: NotPersonal] string Hash, AttachmentTag Tag) : IEvent;

public enum AttachmentTag
{
    None,
    Before,
    After,
    Document,
}

namespace Callout.WorkOrders;

internal sealed record AttachmentShape(WorkOrderId? WorkOrder, VisitId? Visit, string Hash, string Name, string MediaType, AttachmentTag Tag, Instant? TakenAt);

internal static class AttachmentDocument
{
    public static IEnumerable<Audience> Audiences(Attachment attachment) => [CarriedOrders.By(attachment.WorkOrder)];

    public static Shapes Shapes(Attachment a) => new() { Technician = new AttachmentShape(a.WorkOrder, a.Visit, a.Hash, a.Name, a.MediaType, a.Tag, a.TakenAt) };
}

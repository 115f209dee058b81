namespace Callout.WorkOrders;

internal sealed record NoteShape(WorkOrderId WorkOrder, VisitId? Visit, string Text, bool Shared, Instant At);

internal static class NoteDocument
{
    public static IEnumerable<Audience> Audiences(Note note) => [CarriedOrders.By(note.WorkOrder)];

    public static Shapes Shapes(Note note) => new() { Technician = new NoteShape(note.WorkOrder, note.Visit, note.Text, note.Shared, note.WrittenAt) };
}

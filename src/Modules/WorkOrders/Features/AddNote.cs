namespace Callout.WorkOrders;

/// <param name="Shared">The customer may read it.</param>
[Refuses("note.empty", "note.too-long")]
public sealed record AddNote(NoteId Note, WorkOrderId WorkOrder, string Text, VisitId? Visit = null, bool Shared = false)
{
    internal static readonly AddNote Example = new(new(new("0199f3a0-0000-7000-8000-00000000f001")), OpenWorkOrder.Example.WorkOrder, "Compressor is warm to the touch");

    internal static async Task<NoteAdded> Handle(AddNote command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct);
        var (note, added) = WorkOrders.Note.Add(command.Note, order, command.Visit, command.Text, command.Shared, session.OccurredAt);
        session.Add(note, added);
        await Course.Follow(order, session, ct, note);
        return added;
    }
}

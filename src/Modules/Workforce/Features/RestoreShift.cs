namespace Callout.Workforce;

[Refuses("shift.restored")]
public sealed record RestoreShift(ShiftChangeId Change)
{
    internal static readonly RestoreShift Example = new(ChangeShift.Example.Change);

    internal static async Task<ShiftRestored> Handle(RestoreShift command, Session session, CancellationToken ct)
    {
        var change = await session.Load<ShiftChange, ShiftChangeId>(command.Change, ct);
        return session.Append(change, change.Restore());
    }
}

namespace Callout.Workforce;

/// <param name="Hours">Empty for a day off. Their <c>day</c> is 0.</param>
[Refuses("shift-pattern.break-too-long", "shift-pattern.break-outside", "shift-pattern.overlap")]
public sealed record ChangeShift(ShiftChangeId Change, ResourceId Technician, LocalDate Day, IReadOnlyList<PatternHours> Hours)
{
    internal static readonly ChangeShift Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000e401")), AddTechnician.Example.Technician, new(2026, 11, 28), [new(0, new(9, 0), new(13, 0), [])]);

    internal static async Task<ShiftChanged> Handle(ChangeShift command, Session session, CancellationToken ct)
    {
        var technician = await session.Get<Technician, ResourceId>(command.Technician, ct);
        foreach (var earlier in await session.LoadAll<ShiftChange>(c => c.Technician == command.Technician && c.Day == command.Day && !c.Restored, ct))
            session.Append(earlier, earlier.Restore());
        var (change, changed) = ShiftChange.On(command.Day, command.Change, technician, command.Hours);
        return session.Add(change, changed);
    }
}

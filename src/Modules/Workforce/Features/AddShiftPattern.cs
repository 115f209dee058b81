namespace Callout.Workforce;

[Refuses("shift-pattern.name", "shift-pattern.cycle", "shift-pattern.day", "shift-pattern.break-too-long", "shift-pattern.break-outside", "shift-pattern.overlap")]
public sealed record AddShiftPattern(ShiftPatternId Pattern, PatternPlan Plan)
{
    internal static readonly AddShiftPattern Example = new(new(new("0199f3a0-0000-7000-8000-00000000e301")), new(
        "Weekdays", 7, new(2026, 1, 5),
        [.. Enumerable.Range(0, 5).Select(day => new PatternHours(day, new(8, 0), new(17, 0), [new(new(12, 0), new(14, 0), 60)]))], "KE"));

    internal static Task<ShiftPatternAdded> Handle(AddShiftPattern command, Session session, CancellationToken ct)
    {
        var (pattern, added) = ShiftPattern.Add(command.Pattern, command.Plan);
        return Task.FromResult(session.Add(pattern, added));
    }
}

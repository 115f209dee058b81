namespace Callout.Workforce;

/// <summary>Holds for all days, past ones too; where only the days to come change, add a new pattern and assign it from a day on.</summary>
[Refuses("shift-pattern.name", "shift-pattern.cycle", "shift-pattern.day", "shift-pattern.break-too-long", "shift-pattern.break-outside", "shift-pattern.overlap")]
public sealed record ChangeShiftPattern(ShiftPatternId Pattern, PatternPlan Plan, long? Seen = null)
{
    internal static readonly ChangeShiftPattern Example = new(AddShiftPattern.Example.Pattern, AddShiftPattern.Example.Plan with { Name = "Weekdays, early" });

    internal static async Task<ShiftPatternChanged> Handle(ChangeShiftPattern command, Session session, CancellationToken ct)
    {
        var pattern = await session.Load<ShiftPattern, ShiftPatternId>(command.Pattern, ct, command.Seen);
        return session.Append(pattern, pattern.Change(command.Plan));
    }
}

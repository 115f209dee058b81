namespace Callout.Workforce;

/// <summary>Hours that repeat: every 7 days for a weekly pattern, every 14 or 8 for a rotating one.</summary>
internal sealed class ShiftPattern : Entity<ShiftPatternId>
{
    public string Name { get; private set; } = "";

    public int CycleDays { get; private set; }

    /// <summary>A day on which the cycle begins.</summary>
    public LocalDate Anchor { get; private set; }

    public IReadOnlyList<PatternHours> Hours { get; private set; } = [];

    /// <summary>The region whose public holidays are free; null when they are worked.</summary>
    public string? Holidays { get; private set; }

    public static (ShiftPattern, ShiftPatternAdded) Add(ShiftPatternId id, PatternPlan plan)
    {
        var pattern = new ShiftPattern { Id = id };
        pattern.Take(plan);
        return (pattern, new ShiftPatternAdded(id));
    }

    public ShiftPatternChanged Change(PatternPlan plan)
    {
        Take(plan);
        return new ShiftPatternChanged(Id);
    }

    public IEnumerable<PatternHours> On(LocalDate day)
    {
        var since = Period.DaysBetween(Anchor, day);
        var turn = ((since % CycleDays) + CycleDays) % CycleDays;
        return Hours.Where(h => h.Day == turn);
    }

    private void Take(PatternPlan plan)
    {
        Refusal.If(plan.Name.Trim().Length is 0 or > 80, "shift-pattern.name", "Name the pattern in at most 80 characters.");
        Refusal.If(plan.CycleDays is < 1 or > 366, "shift-pattern.cycle", "A cycle has between 1 and 366 days: 7 for a weekly pattern.");
        Refusal.If(plan.Hours.Any(h => h.Day < 0 || h.Day >= plan.CycleDays), "shift-pattern.day", $"The days of this cycle are numbered 0 to {plan.CycleDays - 1}.");
        foreach (var hours in plan.Hours) WorkingHours.Check(hours);
        WorkingHours.CheckApart(plan.Hours, plan.CycleDays);
        (Name, CycleDays, Anchor, Hours, Holidays) = (plan.Name.Trim(), plan.CycleDays, plan.Anchor, plan.Hours, plan.Holidays);
    }
}

namespace Callout.Workforce;

/// <summary>Other hours than the pattern's on one day; none at all for a day off.</summary>
internal sealed class ShiftChange : Entity<ShiftChangeId>, IInBranch
{
    public BranchId Branch { get; private set; }

    public ResourceId Technician { get; private init; }

    public LocalDate Day { get; private init; }

    public IReadOnlyList<PatternHours> Hours { get; private init; } = [];

    public bool Restored { get; private set; }

    public static (ShiftChange, ShiftChanged) On(LocalDate day, ShiftChangeId id, Technician technician, IReadOnlyList<PatternHours> hours)
    {
        List<PatternHours> today = [.. hours.Select(h => h with { Day = 0 })];
        foreach (var stretch in today) WorkingHours.Check(stretch);
        WorkingHours.CheckApart(today, 2);
        var change = new ShiftChange { Id = id, Branch = technician.Branch, Technician = technician.Id, Day = day, Hours = today };
        return (change, new ShiftChanged(id, technician.Id, day));
    }

    public void MoveTo(BranchId branch) => Branch = branch;

    public ShiftRestored Restore()
    {
        Refusal.If(Restored, "shift.restored", "The pattern holds again on that day already.");
        Restored = true;
        return new ShiftRestored(Id, Technician, Day);
    }
}

namespace Callout.Workforce;

/// <summary>Who works when, for whoever plans.</summary>
public static class Roster
{
    /// <summary>The shifts of a branch's active technicians that begin on these days, each on the technician's own calendar.</summary>
    public static async Task<IReadOnlyList<Shift>> Of(BranchId branch, LocalDate from, LocalDate until, Reading reading, CancellationToken ct) =>
        await Of(await reading.Of<Technician>().Where(t => t.Branch == branch && t.Active).OrderBy(t => t.Id).ToListAsync(ct), from, until, reading, ct);

    public static async Task<IReadOnlyList<Shift>> Of(ResourceId technician, LocalDate from, LocalDate until, Reading reading, CancellationToken ct) =>
        await Of(await reading.Of<Technician>().Where(t => t.Id == technician).ToListAsync(ct), from, until, reading, ct);

    /// <summary>True when the whole of that time lies in one of the technician's shifts.</summary>
    public static async Task<bool> Covers(ResourceId technician, Instant from, Instant until, Reading reading, CancellationToken ct)
    {
        var (first, last) = (from.InUtc().Date.PlusDays(-2), until.InUtc().Date.PlusDays(1));
        return (await Of(technician, first, last, reading, ct)).Any(s => s.Covers(from, until));
    }

    /// <summary>Who is on call in a branch between two moments, in the order of the turns.</summary>
    public static async Task<IReadOnlyList<OnCallTurn>> OnCall(BranchId branch, Instant from, Instant until, Reading reading, CancellationToken ct) =>
        [.. (await reading.Of<OnCallRota>().Where(r => r.Branch == branch).ToListAsync(ct)).SelectMany(r => r.Between(from, until)).OrderBy(t => t.Start)];

    private static async Task<IReadOnlyList<Shift>> Of(List<Technician> technicians, LocalDate from, LocalDate until, Reading reading, CancellationToken ct)
    {
        Refusal.If(until < from, "shifts.backwards", "The last day comes before the first.");
        Refusal.If(Period.DaysBetween(from, until) > 92, "shifts.too-many-days", "Ask for at most 93 days at once.");
        var times = await WorkingTimes.Of([.. technicians.Select(t => t.Id)], from, until, reading, ct);
        return [.. technicians.SelectMany(t => times.Shifts(t))];
    }
}

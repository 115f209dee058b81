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

    /// <summary>Who of these people would work outside their hours, and in which words. Being on call counts as working; of those whose hours nobody wrote down nothing can be said.</summary>
    /// <param name="until">When it lasts over a day, only its ends must lie in working time.</param>
    public static async Task<IReadOnlyList<string>> Outside(IReadOnlyCollection<ResourceId> technicians, Instant from, Instant until, Reading reading, CancellationToken ct)
    {
        var (first, last) = (from.InUtc().Date.PlusDays(-2), until.InUtc().Date.PlusDays(1));
        var people = (await reading.Of<Technician>().Where(t => technicians.Contains(t.Id)).OrderBy(t => t.Id).ToListAsync(ct)).Where(t => t.HasHours).ToList();
        if (people.Count == 0) return [];
        var times = await WorkingTimes.Of([.. people.Select(t => t.Id)], first, last, reading, ct);
        var branches = people.Select(t => t.Branch).Distinct().ToList();
        var onCall = (await reading.Of<OnCallRota>().Where(r => branches.Contains(r.Branch)).ToListAsync(ct)).SelectMany(r => r.Between(from, until)).ToLookup(t => t.Technician);
        return [.. people.Where(p => !Works(p)).Select(p => $"{p.Name} does not work then.")];

        bool Works(Technician person)
        {
            var shifts = times.Shifts(person).ToList();
            bool Within(Instant a, Instant b) => shifts.Any(s => s.Covers(a, b)) || onCall[person.Id].Any(t => t.Start <= a && b <= t.End);
            return until - from > Duration.FromDays(1) ? Within(from, from) && Within(until, until) : Within(from, until);
        }
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

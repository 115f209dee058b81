namespace Callout.Scheduling;

/// <summary>A branch's people with their hours and rests, and all that is planned for them between two moments.</summary>
public sealed record GetScheduleDay(BranchId Branch, Instant From, Instant Until)
{
    internal static async Task<ScheduleDay> Handle(GetScheduleDay query, Reading reading, CancellationToken ct)
    {
        Refusal.If(query.Until - query.From > Duration.FromDays(45), "schedule.too-long", "Ask for at most 45 days at once.");
        var crew = await Crew.Of(query.Branch, reading, ct);
        var stops = await Planning.Stops([.. crew.Select(c => c.Id)], query.From, query.Until, reading, ct);
        var hours = await Roster.Of(query.Branch, query.From.InUtc().Date.PlusDays(-1), query.Until.InUtc().Date.PlusDays(1), reading, ct);
        var taken = stops.Select(s => (s.Technician, Busy: new Busy(s.Leaves, s.End, null, null, null))).ToLookup(t => t.Technician, t => t.Busy);
        return new ScheduleDay(
            [.. crew.Select(c => new SchedulePerson(c.Id, c.Name, c.Skills))],
            [.. hours.Where(s => s.End > query.From && s.Start < query.Until).Select(s => Hours(s, [.. taken[s.Technician]]))], stops);
    }

    private static ScheduleHours Hours(Shift shift, IReadOnlyList<Busy> taken) =>
        new(shift.Technician, shift.Start, shift.End, [.. Openings.Rests(shift, taken).Select(r => new WorkingTime(r.From, r.Until))]);
}

public sealed record ScheduleDay(IReadOnlyList<SchedulePerson> People, IReadOnlyList<ScheduleHours> Hours, IReadOnlyList<Stop> Stops);

/// <param name="Skills">By their names.</param>
public sealed record SchedulePerson(ResourceId Id, string Name, IReadOnlyList<string> Skills);

/// <param name="Breaks">Where they find room beside the visits.</param>
public sealed record ScheduleHours(ResourceId Technician, Instant Start, Instant End, IReadOnlyList<WorkingTime> Breaks);

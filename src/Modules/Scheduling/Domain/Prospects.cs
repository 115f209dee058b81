using Callout.Customers;

namespace Callout.Scheduling;

/// <summary>A job before the people of its branch: what each of them lacks, has taken on, and where it would fit.</summary>
internal sealed record Prospects(WantedWork Work, Duration Job, IReadOnlyList<Prospect> People)
{
    public static async Task<Prospects> Of(WorkOrderId order, VisitId? moved, int? minutes, Instant from, Instant until, Reading reading, CancellationToken ct)
    {
        Refusal.If(until <= from, "schedule.backwards", "The end comes before the beginning.");
        Refusal.If(until - from > Duration.FromDays(14), "schedule.too-long", "Ask for at most 14 days at once.");
        var work = await Planning.Wanted(order, reading, ct);
        var job = Duration.FromMinutes(minutes ?? work.Minutes);
        var crew = await Crew.Of(work.Branch, reading, ct);
        List<ResourceId> ids = [.. crew.Select(c => c.Id)];
        var shifts = (await Roster.Of(work.Branch, from.InUtc().Date.PlusDays(-1), until.InUtc().Date.PlusDays(1), reading, ct)).ToLookup(s => s.Technician);
        var stops = (await Planning.Stops(ids, from - Duration.FromDays(1), until, reading, ct)).Where(s => s.Visit != moved).ToLookup(s => s.Technician);
        var places = await Sites.Of([.. stops.SelectMany(s => s).Select(s => s.Site).OfType<SiteId>().Distinct()], reading, ct);
        var on = from.InZone(work.Site?.Zone ?? crew.Select(c => c.Zone).FirstOrDefault() ?? DateTimeZone.Utc).Date;
        var lacks = await Crew.Lacks(ids, [.. work.Skills.Select(s => new NamedNeed(s.Skill, s.Level))], on, reading, ct);

        return new Prospects(work, job, [.. crew.Select(Prospect)]);

        Prospect Prospect(CrewMember person)
        {
            List<Shift> hours = [.. shifts[person.Id].Where(s => s.End > from && s.Start < until)];
            List<Busy> taken = [.. stops[person.Id].Select(s => new Busy(s.Leaves, s.Ended ?? s.End, $"{s.Number} {s.Summary}", s.Site is { } at ? Place(places.GetValueOrDefault(at)) : null, s.Start))];
            IReadOnlyList<Lack> missing = lacks.GetValueOrDefault(person.Id) ?? [];
            var openings = Openings.Of(person, hours, taken, Place(work.Site), job, Instant.Max(from, reading.Now)).ToList();
            return new Prospect(person, missing, hours, taken, openings);
        }
    }

    private static Place? Place(SiteSummary? site) => site?.Position is { } at ? new Place(at.Latitude, at.Longitude) : null;
}

internal sealed record Prospect(CrewMember Person, IReadOnlyList<Lack> Lacks, IReadOnlyList<Shift> Shifts, IReadOnlyList<Busy> Taken, IReadOnlyList<Opening> Openings)
{
    /// <summary>How much of the hours is taken, in percent.</summary>
    public int Load => Shifts.Sum(s => (s.End - s.Start).TotalMinutes) is var hours and > 0
        ? (int)Math.Round(100 * Taken.Sum(t => Shifts.Sum(s => Math.Max(0, (Instant.Min(t.Until, s.End) - Instant.Max(t.From, s.Start)).TotalMinutes))) / hours) : 0;

    public IEnumerable<string> WhyNot()
    {
        foreach (var lack in Lacks) yield return lack.Reason;
        if (Shifts.Count == 0) yield return "Has no shift then, or is away.";
        else if (Openings.Count == 0) yield return $"No gap is long enough with the way there; {Load} % of the hours are taken.";
    }
}

namespace Callout.Scheduling;

/// <summary>A time that can be kept as the plan stands now.</summary>
/// <param name="From">Of the window that the customer is promised, on the hours of the site's clock; so is <paramref name="Until"/>.</param>
/// <param name="Start">When the work itself begins.</param>
/// <param name="TravelMinutes">The way there from what comes before.</param>
public sealed record Slot(Instant From, Instant Until, ResourceId Technician, Instant Start, Instant End, int TravelMinutes);

/// <summary>What other modules ask about free time.</summary>
public static class Slots
{
    private const int WindowHours = 2, AtMost = 6, ADay = 2;

    private static readonly Duration Days = Duration.FromDays(7);

    /// <summary>For a visit that is to be moved: at most two windows of two hours a day over the next week, whoever keeps it now before anybody else who may.</summary>
    public static async Task<IReadOnlyList<Slot>> For(VisitId visit, Instant notBefore, Reading reading, CancellationToken ct)
    {
        var summary = await Visits.Of(visit, reading, ct);
        var minutes = (await Planning.Of(visit, reading, ct)).Minutes;
        var prospects = await Prospects.Of(summary.WorkOrder, visit, minutes, notBefore, notBefore + Days, reading, ct);
        var zone = prospects.Work.Site?.Zone ?? prospects.People.Select(p => p.Person.Zone).FirstOrDefault() ?? DateTimeZone.Utc;
        var fit = prospects.People.Where(p => p.Lacks.Count == 0).OrderBy(p => p.Person.Id != summary.Lead).ToList();
        return [.. Windows(notBefore, zone)
            .Where(w => summary.Start is not { } now || now < w.Start || now >= w.End)
            .Select(w => fit.SelectMany(p => p.Openings.Select(o => Kept(w, p, o, prospects.Job))).FirstOrDefault(s => s is not null)).OfType<Slot>()
            .GroupBy(s => s.From.InZone(zone).Date).SelectMany(day => day.Take(ADay)).Take(AtMost)];
    }

    private static IEnumerable<Interval> Windows(Instant notBefore, DateTimeZone zone)
    {
        var today = notBefore.InZone(zone).Date;
        for (var day = 0; day < (int)Days.TotalDays; day++)
            for (var hour = 0; hour < 24; hour += WindowHours)
                if (today.PlusDays(day).At(new LocalTime(hour, 0)).InZoneLeniently(zone).ToInstant() is var from && from >= notBefore) yield return new Interval(from, from + Duration.FromHours(WindowHours));
    }

    /// <summary>The work begins within the window.</summary>
    private static Slot? Kept(Interval window, Prospect person, Opening opening, Duration job)
    {
        var start = Instant.Max(opening.From, window.Start);
        return start < window.End && start <= opening.Until ? new Slot(window.Start, window.End, person.Person.Id, start, start + job, opening.TravelMinutes) : null;
    }
}

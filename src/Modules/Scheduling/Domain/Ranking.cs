namespace Callout.Scheduling;

/// <summary>Who would do a job best. Plain rules: fit first, then in time, then the shortest way, the lightest day and the earliest start.</summary>
internal static class Ranking
{
    public static IReadOnlyList<Candidate> Of(Prospects prospects, Instant from) =>
        [.. prospects.People.Select(p => Judge(p, prospects)).OrderBy(c => c.WhyNot.Count > 0).ThenBy(c => !c.InTime).ThenBy(c => Cost(c, from)).ThenBy(c => c.Name, StringComparer.Ordinal)];

    private static Candidate Judge(Prospect prospect, Prospects prospects)
    {
        var (person, work) = (prospect.Person, prospects.Work);
        List<string> whyNot = [.. prospect.WhyNot()];
        var opening = whyNot.Count > 0 ? null : Wanted(prospect.Openings, work);
        var start = opening is null ? (Instant?)null : Instant.Min(opening.Until, Instant.Max(opening.From, work.WindowFrom ?? opening.From));
        var inTime = start is { } at && !(at + prospects.Job > work.Due) && !(at > work.WindowTo);
        return new Candidate(person.Id, person.Name, start, start + prospects.Job, opening?.TravelMinutes, opening?.After, prospect.Load, inTime, whyNot);
    }

    private static Opening? Wanted(IReadOnlyList<Opening> openings, WantedWork work) =>
        openings.FirstOrDefault(o => !(o.Until < work.WindowFrom) && !(o.From > work.WindowTo)) ?? openings.FirstOrDefault();

    // In minutes: one on the road weighs as much as a quarter of an hour's wait, one percent of load as one.
    private static double Cost(Candidate candidate, Instant from) =>
        candidate.Start is not { } start ? double.MaxValue : (start - from).TotalMinutes / 15 + (candidate.TravelMinutes ?? 0) + candidate.Load / 4.0;
}

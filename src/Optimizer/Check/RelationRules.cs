namespace Callout.Optimizer.Judging;

/// <summary>Section 10 of the readme: how jobs depend on each other.</summary>
internal sealed class RelationRules(Reading reading, Findings findings)
{
    public void Judge()
    {
        foreach (var relation in reading.Problem.Relations)
        {
            var (first, second) = (reading.Visits(relation.First), reading.Visits(relation.Second));
            if (second.Count == 0 || first.All(v => v.Frozen) && second.All(v => v.Frozen) && first.Count > 0) continue;
            if (first.Count > 0) Judge(relation, first, second);
            if (relation.Kind == Order.Before && !reading.Served(relation.First) && !second.All(v => v.Frozen))
                findings.Job("relation.before", relation.Second, $"it may only be served after job {Id(relation.First)}, which is left out.");
        }
    }

    private void Judge(Relation relation, IReadOnlyList<Visit> first, IReadOnlyList<Visit> second)
    {
        var (a, b) = (first[0], second[0]);
        var broken = relation.Kind switch
        {
            Order.Before when !Ends(first, relation.Gap, second) => ("relation.before", $"it starts at {Begin(second)}, not {relation.Gap} s after job {Id(relation.First)}, which ends at {End(first)}."),
            Order.SameDay when Day(a) != Day(b) && !(a.Frozen && b.Frozen) => ("relation.same-day", $"it is not done on the same day as job {Id(relation.First)}."),
            Order.SameTechnician when a.Technician != b.Technician && !(a.Frozen && b.Frozen) => ("relation.same-technician", $"{b.Tour.Technician.Id} does it, {a.Tour.Technician.Id} does job {Id(relation.First)}."),
            Order.Apart when !Ends(first, relation.Gap, second) && !Ends(second, relation.Gap, first) => ("relation.apart", $"it is not {relation.Gap} s apart from job {Id(relation.First)}."),
            _ => default,
        };
        if (broken is var (rule, text) && rule is not null) findings.Job(rule, relation.Second, text);
    }

    /// <summary>Every visit of the first is over in time for every one of the second; two facts are not held against a plan.</summary>
    private static bool Ends(IReadOnlyList<Visit> first, int gap, IReadOnlyList<Visit> second) =>
        first.All(f => second.All(s => f.Frozen && s.Frozen || f.Stop.End + gap <= s.Stop.Start));

    private static long End(IReadOnlyList<Visit> visits) => visits.Max(v => v.Stop.End);

    private static int Begin(IReadOnlyList<Visit> visits) => visits.Min(v => v.Stop.Start);

    private int Day(Visit visit) => reading.Problem.DayOf(visit.Stop.Start);

    private string Id(int job) => reading.Problem.Jobs[job].Id;
}

namespace Callout.Optimizer;

/// <summary>Why a job is left out: what stops each technician, and the smallest changes that would let it in.</summary>
internal sealed class Inquest(Planner planner)
{
    private readonly Words _words = new(planner.Problem);

    public Explanation Of(int job)
    {
        var insertion = new Inserting(planner).Of(job);
        if (insertion.Offers.Count > 0)
        {
            var first = insertion.Offers[0];
            return new Explanation(job, false, $"{_words.Job(job)} is left out, but {_words.Who(first.Technician)} could do it at {_words.Clock(first.Start)}.", Objections(job, insertion), [], first);
        }
        var objections = Objections(job, insertion);
        var relaxations = new Relaxing(planner, job).All();
        var commonest = insertion.Refusals.GroupBy(r => r.Rule).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => $"{g.Select(r => r.Technician).Distinct().Count()} × {g.Key}");
        var text = $"{_words.Job(job)} has no place ({string.Join(", ", commonest)}). " +
            (relaxations.Count == 0 ? "No single change would let it in while other work stays as it is." : "Without moving other work, any of these would let it in: " + string.Join(" ", relaxations.Select(r => r.Text)));
        return new Explanation(job, false, text, objections, relaxations);
    }

    private Objection[] Objections(int job, Insertion insertion) =>
        [.. insertion.Refusals.GroupBy(r => r.Technician)
            .Where(g => !insertion.Offers.Any(o => o.Technician == g.Key))
            .Select(g => (Technician: g.Key, Rule: g.Select(r => r.Rule).OrderBy(Nearness).First()))
            .Select(o => new Objection(o.Technician, o.Rule, _words.Objection(planner.Problem.Jobs[job], planner.Problem.Technicians[o.Technician], o.Rule)))];

    /// <summary>Of several shifts the one that came nearest speaks for a technician: one that failed for want of time before one that he may not do at all.</summary>
    private static int Nearness(Rule rule) => rule is Rule.Capacity or Rule.Shift or Rule.Overtime or Rule.Break or Rule.Commitment ? 0 : rule is Rule.Window or Rule.Promise or Rule.Locked ? 1 : 2;
}

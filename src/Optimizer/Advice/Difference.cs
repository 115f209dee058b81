using Callout.Optimizer.Judging;

namespace Callout.Optimizer;

/// <summary>What a change of some tours does to each measure, without counting the rest of the plan.</summary>
internal static class Difference
{
    /// <summary>The tours that change and those that hold other stops of the jobs on them.</summary>
    public static int[] Concerned(Draft draft, IEnumerable<int> touched)
    {
        var all = new SortedSet<int>(touched);
        foreach (var tour in all.ToArray())
            foreach (var stop in draft.Stops[tour])
                if (draft.Model.JobOf[stop] is >= 0 and var job && draft.Model.StopCount(job) > 1)
                    foreach (var other in Plans.StopsOf(draft.Model, job)) if (draft.TourOf(other) >= 0) all.Add(draft.TourOf(other));
        return [.. all];
    }

    public static Route[] Routes(Draft draft, int[] tours)
    {
        var timing = new Timing(draft.Model, draft.Pins) { WithParts = false };
        return [.. tours.Select(t => Plans.Write(draft, timing, t)).OfType<Route>()];
    }

    /// <param name="problem">The model's, but for what is assumed about the jobs in question.</param>
    public static Measures Between(Model model, Problem problem, int[] tours, Route[] before, Route[] after, params int[] jobs)
    {
        int[] concerned = [.. before.Concat(after).SelectMany(r => r.Stops).Where(s => s.Kind == StopKind.Work).Select(s => s.Index).Concat(jobs).Distinct()];
        var (then, now) = (Of(model, problem, tours, before, concerned), Of(model, problem, tours, after, concerned));
        foreach (var measure in Enum.GetValues<Measure>()) now[measure] -= then[measure];
        return now;
    }

    private static Measures Of(Model model, Problem problem, int[] tours, Route[] routes, int[] jobs)
    {
        var reading = new Reading(problem, new Plan(routes, []), new Findings(problem));
        var (sum, measures) = (new Measures(), new TourMeasures(reading));
        foreach (var tour in reading.Tours) measures.AddTo(sum, tour);
        foreach (var tour in tours)
            if (!routes.Any(r => Plans.TourOf(model, r) == tour)) sum[Measure.ReserveShort] += TourMeasures.Idle(model.ShiftAt(tour));
        foreach (var job in jobs)
        {
            var own = new Measures();
            JobMeasures.AddTo(own, reading, job);
            sum.Add(own);
        }
        return sum;
    }
}

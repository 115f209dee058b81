namespace Callout.Optimizer;

/// <summary>
/// Repairs a plan: reads what is left of it after the change, puts homeless jobs where they cost least, and then anneals the tours around the trouble, where a
/// job that changes its technician costs more than any way saved.
/// </summary>
internal sealed class Repairing(Problem problem, Plan plan, RepairOptions options)
{
    /// <summary>How many jobs that were left out before are tried again at once, and how much is annealed.</summary>
    private const int Others = 40, NearTours = 30, NearStops = 400;

    private readonly Aftermath _aftermath = new(problem, plan, options);

    public Repaired After(Change change, Until until)
    {
        var changed = _aftermath.Of(problem, change).Checked();
        var model = Steady(changed);
        var draft = Plans.Read(model, _aftermath.Plan);
        var served = plan.Routes.SelectMany(r => r.Stops).Where(s => s.Kind == StopKind.Work).Select(s => s.Index).ToHashSet();
        int[] homeless = [.. Enumerable.Range(0, model.Jobs.Length).Where(j => !draft.IsPlaced(j) && model.Jobs[j].ExcludedTechnicians.Count < model.Technicians.Length)];
        int[] disturbed = [.. homeless.Where(j => served.Contains(j) || j >= problem.Jobs.Count)];
        var touched = Changed(draft);
        PutIn(draft, [.. disturbed, .. homeless.Except(disturbed).OrderByDescending(j => model.LeftOut[j]).Take(Others)]);
        options.Report?.Invoke(Plans.Write(draft));
        var cooling = new Cooling(until, options.Cancel);
        cooling.Count(0, true);
        if (!cooling.Over) draft = Anneal(draft, touched, disturbed, cooling);
        return new Repaired(changed, Plans.Write(draft), cooling.Iterations);
    }

    /// <summary>Changes of technician weigh as a level of their own above the last one, unless the objective speaks of them or has no room for one more level.</summary>
    private static Model Steady(Problem changed)
    {
        var levels = changed.Objective.Levels;
        if (levels.SelectMany(l => l).Any(t => t.Measure is Measure.ChangedTechnician or Measure.Moved)) return new Model(changed);
        IReadOnlyList<Term>[] steady = [.. levels.Take(levels.Count - 1), [new Term(Measure.ChangedTechnician)], levels[^1]];
        if (levels.Count == 1) steady = [levels[0], [new Term(Measure.ChangedTechnician)]];
        try { return new Model(changed.With(objective: new Objective(steady))); }
        catch (InvalidProblem tooMuch) when (tooMuch.Code == "objective.overflow") { return new Model(changed); }
    }

    private static void PutIn(Draft draft, int[] jobs)
    {
        var model = draft.Model;
        var timing = new Timing(model, draft.Pins);
        var fitting = new Fitting(model, draft, timing, draft.Pins);
        var coupling = new Coupling(model, draft, draft.Pins, timing, fitting);
        int[] tours = [.. Enumerable.Range(0, model.Tours)];
        foreach (var job in jobs.OrderByDescending(j => model.LeftOut[j]).ThenBy(j => model.Problem.Relations.Any(r => r.Kind == Order.Before && r.Second == j)))
            if ((model.Alone[job] ? Cheapest(model, fitting, job) : coupling.Best(job, tours)) is { } fit && fit.Delta < model.LeftOut[job]) Plans.PutIn(draft, coupling, fit);
    }

    private static JobFit? Cheapest(Model model, Fitting fitting, int job)
    {
        var (stop, best) = (model.FirstStop[job], Fit.None);
        for (var tour = 0; tour < model.Tours; tour++)
            if (fitting.Best(stop, tour) is { Found: true } fit && fit.Delta < best.Delta) best = fit;
        return best.Found ? new JobFit(job, [(stop, best)], best.Delta) : null;
    }

    /// <summary>Tours that are not as they were planned.</summary>
    private HashSet<int> Changed(Draft draft)
    {
        var before = plan.Routes.ToDictionary(r => Plans.TourOf(draft.Model, r), r => r.Stops.Count(s => s.Kind == StopKind.Work));
        return [.. Enumerable.Range(0, draft.Model.Tours).Where(t => before.GetValueOrDefault(t) != draft.Stops[t].Count(s => draft.Model.JobOf[s] >= 0) + draft.Model.Frozen[t].Count(s => s.Kind == StopKind.Work))];
    }

    private Draft Anneal(Draft draft, HashSet<int> touched, int[] disturbed, Cooling cooling)
    {
        var region = new Trouble(draft, touched, disturbed).Region(NearTours, NearStops);
        if (region.Jobs.Length == 0) return draft;
        var chain = new Annealing(new Arena(draft, region.Tours, region.Jobs), options.Seed);
        chain.Fill();
        while (!cooling.Over)
        {
            var (step, before) = (cooling.AtMost(chain.Step), chain.BestTotal);
            chain.Run(step, cooling.Temperature(chain.Leg, chain.Stops, cooling.Iterations), options.Cancel);
            cooling.Count(step, chain.BestTotal < before);
        }
        var better = new Draft(draft);
        chain.WriteTo(better);
        return better.Total < draft.Total ? better : draft;
    }
}

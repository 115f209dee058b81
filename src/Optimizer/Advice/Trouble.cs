namespace Callout.Optimizer;

/// <summary>Which tours and jobs lie near what a change has disturbed.</summary>
internal sealed class Trouble(Draft draft, HashSet<int> touched, int[] disturbed)
{
    private readonly Model _model = draft.Model;

    /// <summary>The disturbed tours and the nearest of those that could help, with the jobs on them that may move.</summary>
    public (int[] Tours, int[] Jobs) Region(int mostTours, int mostStops)
    {
        var tours = new SortedSet<int>(touched);
        foreach (var job in disturbed)
            foreach (var stop in Plans.StopsOf(_model, job)) if (draft.TourOf(stop) >= 0) tours.Add(draft.TourOf(stop));
        int[] seeds = [.. disturbed.Select(j => _model.FirstStop[j]).Concat(touched.SelectMany(t => draft.Stops[t])).Take(24)];
        var stops = tours.Sum(t => draft.Stops[t].Length);
        foreach (var tour in Enumerable.Range(0, _model.Tours).Where(t => !tours.Contains(t)).OrderBy(t => Distance(t, seeds)).ThenBy(t => t))
        {
            if (tours.Count >= mostTours || stops >= mostStops) break;
            tours.Add(tour);
            stops += draft.Stops[tour].Length;
        }
        return ([.. tours], [.. Movable(tours)]);
    }

    private int Distance(int tour, int[] seeds)
    {
        var nearest = int.MaxValue;
        foreach (var seed in seeds)
        {
            if (_model.JobOf[seed] >= 0 && !_model.MayServe(seed, tour)) continue;
            if (_model.StartPlace[tour] != 0) nearest = Math.Min(nearest, _model.Seconds(_model.StartPlace[tour], _model.Place[seed]));
            foreach (var stop in draft.Stops[tour]) nearest = Math.Min(nearest, _model.Seconds(_model.Place[stop], _model.Place[seed]));
        }
        return nearest;
    }

    /// <summary>Jobs of which all stops, and those of all jobs that they are related to, lie within.</summary>
    private IEnumerable<int> Movable(SortedSet<int> tours)
    {
        var candidates = tours.SelectMany(t => draft.Stops[t]).Where(s => _model.JobOf[s] >= 0).Select(s => _model.JobOf[s]).Concat(disturbed).ToHashSet();
        var within = candidates.Where(Inside).ToHashSet();
        while (within.RemoveWhere(j => !Neighbours(j).All(n => within.Contains(n) || !draft.IsPlaced(n))) > 0) { }
        return within.Order();

        bool Inside(int job) => !_model.IsFrozen(job) && Plans.StopsOf(_model, job).All(s => draft.TourOf(s) < 0 || tours.Contains(draft.TourOf(s)));
        IEnumerable<int> Neighbours(int job) => _model.RelationsOf[job].Select(r => _model.Problem.Relations[r]).Select(r => r.First == job ? r.Second : r.First);
    }
}

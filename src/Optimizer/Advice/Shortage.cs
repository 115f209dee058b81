namespace Callout.Optimizer;

/// <summary>What a van lacks for a job: of each need the part, or its substitute, of which least is missing.</summary>
internal sealed class Shortage(Planner planner, Job job)
{
    public PartQuantity[] Of(int technician)
    {
        var free = new Dictionary<int, int>();
        var missing = new SortedDictionary<int, int>();
        foreach (var need in job.Parts)
        {
            var part = need.Substitutes is { Count: > 0 } substitutes ? substitutes.Prepend(need.Part).MaxBy(Left) : need.Part;
            var lacks = need.Quantity - Math.Max(0, Left(part));
            free[part] = Math.Max(0, Left(part)) - need.Quantity + Math.Max(0, lacks);
            if (lacks > 0) missing[part] = missing.GetValueOrDefault(part) + lacks;
        }
        return [.. missing.Select(m => new PartQuantity(m.Key, m.Value))];

        int Left(int part) => free.TryGetValue(part, out var left) ? left : free[part] = planner.Draft.FreeStock(technician, part);
    }
}

/// <summary>The plan with one stop taken off its tour.</summary>
internal sealed class WithoutOne(Draft draft, Timing timing) : ITours
{
    private int _tour = -1;
    private int[] _stops = [];
    private Cost _cost;

    /// <summary>False if the tour cannot be kept without it.</summary>
    public bool Drop(int tour, int stop)
    {
        (_tour, _stops) = (tour, [.. draft.Stops[tour].Where(s => s != stop)]);
        var parts = timing.WithParts;
        timing.WithParts = false;
        var holds = timing.Run(tour, _stops);
        timing.WithParts = parts;
        _cost = timing.Cost;
        return holds;
    }

    public ReadOnlySpan<int> StopsOf(int tour) => tour == _tour ? _stops : draft.StopsOf(tour);
    public Cost CostOf(int tour) => tour == _tour ? _cost : draft.CostOf(tour);
    public int TourOf(int stop) => draft.TourOf(stop);
    public void Stock(int tour, Timing timing) => draft.Stock(tour, timing);
}

namespace Callout.Optimizer;

/// <summary>
/// Ruin and recreate under simulated annealing on one arena. Each round removes some jobs, puts them back, and keeps the result if it is
/// not dearer than the present plan by more than a threshold drawn beforehand, so that a hopeless rebuild can be given up early. Between rounds plain
/// tours exchange their tails, under the same threshold.
/// </summary>
internal sealed class Annealing
{
    private const int AverageRemoved = 10, LongestString = 10, TailsEachRound = 10;

    private readonly Arena _arena;
    private readonly Neighbours _near;
    private readonly Recreate _recreate;
    private readonly IRemoval[] _removals;
    private readonly List<int> _removed = [];
    private readonly int[][] _best;
    private readonly bool[] _changed;
    private readonly List<int> _changedTours = [];
    private Rng _rng;
    private Pins? _bestPins;

    public Annealing(Arena arena, ulong seed)
    {
        _arena = arena;
        _near = new Neighbours(arena, 250);
        _recreate = new Recreate(arena);
        _removals = [new StringRemoval(AverageRemoved, LongestString)];
        _rng = new Rng(seed);
        _best = [.. Enumerable.Range(0, arena.TourCount).Select(arena.GlobalStops)];
        _changed = new bool[arena.TourCount];
        (BestTotal, BestAbsent) = (arena.Total, arena.AbsentCount);
        if (arena.HasCouplings) _bestPins = new Pins(arena.Pins);
    }

    public Cost BestTotal { get; private set; }

    /// <summary>How many iterations to do between looks at the clock: fewer where each is dear.</summary>
    public int Step => _arena.HasCouplings ? 50 : _arena.IsRich() ? 200 : 1_000;

    /// <summary>What a leg of the plan costs on average.</summary>
    public long Leg => Math.Max(1, _arena.WayCost / Math.Max(1, Stops));
    public int Stops => _arena.FirstStop[_arena.JobCount];
    public int BestAbsent { get; private set; }

    /// <summary>Copies the best plan, or the present one, into a draft that holds the same tours.</summary>
    public void WriteTo(Draft draft, bool current = false)
    {
        for (var t = 0; t < _arena.TourCount; t++) if (current) _best[t] = _arena.GlobalStops(t);
        _arena.WriteTo(draft, _best, current ? _arena.Pins : _bestPins ?? _arena.Pins);
    }

    /// <summary>Puts absent jobs where they fit.</summary>
    public void Fill()
    {
        _arena.Begin();
        _removed.Clear();
        for (var i = 0; i < _arena.AbsentCount; i++) _removed.Add(_arena.Absent[i]);
        _removed.Sort();
        _recreate.Apply(_removed, Cost.Infinite, ref _rng);
        Keep();
    }

    /// <summary>
    /// By how many steps of the level above driving a rebuild changes the plan on average: that scale cannot be told from what a plan costs,
    /// as much of it may be the same for every plan. Found by trying, and undone.
    /// </summary>
    public long Steps()
    {
        const int Tries = 32;
        var step = _arena.Model.Fold.AboveDriving;
        if (step == Cost.Zero || Stops == 0) return 0;
        long steps = 0;
        for (var i = 0; i < Tries; i++)
        {
            _arena.Begin();
            var before = _arena.TourCost;
            _removed.Clear();
            _removals[0].Apply(_arena, _near, _removed, ref _rng);
            if (!_arena.Broken && _recreate.Apply(_removed, Cost.Infinite, ref _rng) && !_arena.Broken && _arena.TourCost - before is var change)
                steps += Math.Min(1L << 40, Math.Abs(step.High > 0 ? change.High / step.High : change.Low / step.Low));
            _arena.Rollback();
        }
        return (steps + Tries - 1) / Tries;
    }

    /// <summary>Runs <paramref name="iterations"/> rounds at a temperature in 1/65,536 of <see cref="Cost.Low"/>.</summary>
    public void Run(int iterations, long temperature, CancellationToken cancel) => Run(iterations, new Heat(new(0, 1), temperature), cancel);

    public void Run(int iterations, Heat heat, CancellationToken cancel)
    {
        for (var i = 0; i < iterations && !cancel.IsCancellationRequested; i++)
        {
            ExchangeTails(heat);
            _arena.Begin();
            var limit = _arena.Total + Threshold(heat);
            _removed.Clear();
            for (var a = 0; a < _arena.AbsentCount; a++) _removed.Add(_arena.Absent[a]);
            _removals[0].Apply(_arena, _near, _removed, ref _rng);
            if (!_arena.Broken && _recreate.Apply(_removed, limit, ref _rng) && _arena.Total < limit && !_arena.Broken) Keep();
            else _arena.Rollback();
        }
    }

    private void ExchangeTails(in Heat heat)
    {
        if (!_arena.ExchangesTails) return;
        var most = Threshold(heat);
        for (var i = 0; i < TailsEachRound; i++)
        {
            _arena.Begin();
            if (TailExchange.Apply(_arena, _near, most, ref _rng)) Keep();
        }
    }

    private Cost Threshold(in Heat heat)
    {
        var (unit, most) = (heat.Unit, long.MaxValue / 4 / Math.Max(heat.Unit.High, heat.Unit.Low));
        return Model.Times(unit, (long)UInt128.Min((UInt128)(ulong)heat.Temperature * (ulong)Fixed.MinusLog[_rng.Below(4096)] >> 36, (UInt128)most));
    }

    private void Keep()
    {
        foreach (var tour in _arena.Touched)
            if (!_changed[tour]) { _changed[tour] = true; _changedTours.Add(tour); }
        _arena.Commit();
        if (_arena.Total >= BestTotal) return;
        (BestTotal, BestAbsent) = (_arena.Total, _arena.AbsentCount);
        if (_arena.HasCouplings) _bestPins = new Pins(_arena.Pins);
        foreach (var tour in _changedTours)
        {
            _best[tour] = _arena.GlobalStops(tour);
            _changed[tour] = false;
        }
        _changedTours.Clear();
    }
}

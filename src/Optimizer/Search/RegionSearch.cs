namespace Callout.Optimizer;

/// <summary>
/// Searches a large plan region by region: in each round the tours are gathered into neighbourhoods, each is annealed for a while as an arena of
/// its own, on as many threads as there are, and the next round draws other borders. Regions share nothing, so their order does not matter.
/// </summary>
internal sealed class RegionSearch : ISearch
{
    /// <summary>
    /// Stops to a region, so few that its ways stay in a core's own memory and a stop is tried on few tours: where tours are long, 200 instead of 500 gave a third more
    /// iterations and a point less of a gap. Iterations for each stop in a round: few, so that all regions cool alike.
    /// </summary>
    private const int RegionStops = 200, FirstRound = 10, EachRound = 25;

    private readonly Draft _draft;
    private readonly Model _model;
    private readonly Cooling _cooling;
    private readonly SolveOptions _options;
    private readonly int _threads, _size;
    private readonly int[] _movable, _component;
    private readonly bool[] _shared;
    private Draft _best;
    private Cost _bestTotal;
    private Rng _rng;

    public RegionSearch(Draft draft, Cooling cooling, SolveOptions options)
    {
        (_draft, _model, _cooling, _options) = (draft, draft.Model, cooling, options);
        _threads = _model.Problem.Warehouses.Any(w => w.Stock.Any(s => s.Quantity != int.MaxValue)) ? 1 : options.Threads;
        _movable = [.. Enumerable.Range(0, _model.Jobs.Length).Where(j => !_model.IsFrozen(j))];
        _component = Components();
        var homes = _model.StartPlace.GroupBy(p => p).ToDictionary(g => g.Key, g => g.Count());
        _shared = [.. _model.StartPlace.Select(p => homes[p] >= 8)];
        _size = Math.Clamp(_movable.Length / Math.Max(1, _threads) + 1, 50, RegionStops);
        _rng = new Rng(options.Seed);
        (_best, _bestTotal) = (draft, draft.Total);
    }

    public Draft Best => _best;

    public void Run()
    {
        _best = new Draft(_draft);
        for (var round = 0; !_cooling.Over; round++)
        {
            var regions = Regions(round);
            var results = new Annealing?[regions.Count];
            var stops = regions.Sum(r => r.Jobs.Length);
            var seed = _rng.Next();
            var each = round == 0 ? FirstRound : EachRound;
            var whole = Math.Min((long)stops * each, _cooling.Left);
            var began = _cooling.Iterations;
            Parallel.For(0, regions.Count, new ParallelOptions { MaxDegreeOfParallelism = _threads }, i =>
            {
                if (round > 0 && _cooling.Interrupted) return;
                results[i] = Anneal(regions[i], seed + (ulong)i * 7919, stops, began, whole);
            });
            for (var i = 0; i < regions.Count; i++) results[i]?.WriteTo(_draft, current: !_cooling.Over);
            var total = _draft.Total;
            var better = total < _bestTotal;
            if (better) (_best, _bestTotal) = (new Draft(_draft), total);
            _cooling.Count(0, better);
            if (whole < stops) _cooling.End();
            _options.Report?.Invoke(new Progress(_cooling.Share, _cooling.Iterations, _movable.Count(j => !_best.IsPlaced(j)), () => Plans.Write(_best)));
        }
    }

    /// <summary>Anneals one region for its share of a round of <paramref name="whole"/> iterations over <paramref name="stops"/> stops.</summary>
    private Annealing Anneal(Region region, ulong seed, int stops, long began, long whole)
    {
        var chain = new Annealing(new Arena(_draft, region.Tours, region.Jobs), seed);
        chain.Fill();
        var share = whole * region.Jobs.Length / Math.Max(1, stops);
        for (long done = 0; done < share && !_cooling.Interrupted;)
        {
            var step = (int)Math.Min(share - done, chain.Step);
            chain.Run(step, _cooling.Temperature(chain.Leg, stops, began + (long)((UInt128)done * (UInt128)whole / (UInt128)share)), _options.Cancel);
            done += step;
            _cooling.Count(step, false);
        }
        return chain;
    }

    private sealed record Region(int[] Tours, int[] Jobs);

    private List<Region> Regions(int round)
    {
        var place = new int[_model.Tours];
        for (var r = 0; r < _model.Tours; r++) place[r] = Somewhere(r, round);
        var regionOf = new int[_model.Tours];
        Array.Fill(regionOf, -1);
        var order = Enumerable.Range(0, _model.Technicians.Length).Where(t => _model.FirstTour[t] < _model.FirstTour[t + 1]).ToArray();
        Shuffle(order);
        var jobsPerTour = (double)_movable.Length / Math.Max(1, _model.Tours);
        var spare = round == 0 ? new bool[_model.Technicians.Length] : Spare();
        var regions = new List<List<int>>();
        foreach (var seed in order)
        {
            if (regionOf[_model.FirstTour[seed]] >= 0 || spare[seed]) continue;
            var tours = new List<int>();
            var (load, spares) = (0d, 1);
            foreach (var technician in Nearest(seed, order, regionOf, place))
            {
                if (spare[technician] && spares == 0) continue;
                spares += spare[technician] ? -1 : 1;
                for (var r = _model.FirstTour[technician]; r < _model.FirstTour[technician + 1]; r++)
                {
                    tours.Add(r);
                    regionOf[r] = regions.Count;
                    load += round == 0 ? jobsPerTour : spare[technician] ? 0 : Math.Max(1, _draft.Stops[r].Length);
                }
                if (load >= _size) break;
            }
            regions.Add(tours);
        }
        var jobs = new List<int>[regions.Count];
        for (var i = 0; i < jobs.Length; i++) jobs[i] = [];
        Assign(jobs, regionOf, place);
        return [.. regions.Select((tours, i) => new Region([.. tours.Order()], [.. jobs[i].Order()])).Where(r => r.Jobs.Length > 0)];
    }

    /// <summary>
    /// Who is out on no tour and starts where many do, so that others can stand in. They make up no region, and one takes only some of them along: a fleet may be ten times
    /// what is needed, and would crowd the tours in use out of each other's region.
    /// </summary>
    private bool[] Spare()
    {
        var spare = new bool[_model.Technicians.Length];
        for (var t = 0; t < spare.Length; t++)
        {
            spare[t] = true;
            for (var r = _model.FirstTour[t]; r < _model.FirstTour[t + 1]; r++) spare[t] &= _shared[r] && _draft.Stops[r].Length == 0;
        }
        if (!spare.Contains(false)) Array.Clear(spare);
        return spare;
    }

    /// <summary>A place that stands for a tour this time: one of its stops or its home; where many share a depot, an empty tour may serve anywhere.</summary>
    private int Somewhere(int tour, int round)
    {
        var stops = _draft.Stops[tour];
        if (stops.Length > 0 && round > 0) return _model.Place[stops[_rng.Below(stops.Length)]];
        if (_shared[tour]) return _model.Place[_model.FirstStop[_movable[_rng.Below(_movable.Length)]]];
        return _model.StartPlace[tour] != 0 ? _model.StartPlace[tour] : _model.EndPlace[tour];
    }

    private IEnumerable<int> Nearest(int seed, int[] technicians, int[] regionOf, int[] place)
    {
        var centre = place[_model.FirstTour[seed] + _rng.Below(_model.FirstTour[seed + 1] - _model.FirstTour[seed])];
        var free = technicians.Where(t => regionOf[_model.FirstTour[t]] < 0).ToArray();
        var keys = new long[free.Length];
        for (var i = 0; i < free.Length; i++)
        {
            var nearest = int.MaxValue;
            for (var r = _model.FirstTour[free[i]]; r < _model.FirstTour[free[i] + 1]; r++) nearest = Math.Min(nearest, _model.Seconds(centre, place[r]));
            keys[i] = ((long)(free[i] == seed ? -1 : nearest) << 24) + i;
        }
        Array.Sort(keys, free);
        return free;
    }

    /// <summary>Gives each job to the region that holds it; one without a place to that of a near technician who may do it. Related jobs stay together or stay put.</summary>
    private void Assign(List<int>[] jobs, int[] regionOf, int[] place)
    {
        var home = new Dictionary<int, int>();
        foreach (var job in _movable)
        {
            if (!_draft.IsPlaced(job)) continue;
            for (var stop = _model.FirstStop[job]; stop < _model.FirstStop[job + 1]; stop++)
            {
                var region = regionOf[_draft.TourOf(stop)];
                if (home.TryGetValue(_component[job], out var other) && other != region) home[_component[job]] = -1;
                else home.TryAdd(_component[job], region);
            }
        }
        var homeless = _movable.Where(j => !home.ContainsKey(_component[j])).DistinctBy(j => _component[j]).ToArray();
        var picks = homeless.Select(_ => _rng.Below(8)).ToArray();
        var found = new int[homeless.Length];
        Parallel.For(0, homeless.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads }, i => found[i] = Near(homeless[i], picks[i], regionOf, place));
        for (var i = 0; i < homeless.Length; i++) home[_component[homeless[i]]] = found[i];
        foreach (var job in _movable)
            if (home[_component[job]] is >= 0 and var region) jobs[region].Add(job);
    }

    private int Near(int job, int pick, int[] regionOf, int[] place)
    {
        var stop = _model.FirstStop[job];
        var (best, distance, seen) = (-1, int.MaxValue, 0);
        for (var tour = 0; tour < _model.Tours; tour++)
        {
            var seconds = _model.Seconds(place[tour], _model.Place[stop]);
            if (regionOf[tour] < 0 || seconds >= distance && !(seconds < distance + distance / 2 && ++seen % 8 == pick) || !_model.MayServe(stop, tour)) continue;
            (best, distance) = (regionOf[tour], Math.Min(distance, seconds));
        }
        return best;
    }

    private int[] Components()
    {
        var parent = Enumerable.Range(0, _model.Jobs.Length).ToArray();
        int Root(int j) { while (parent[j] != j) j = parent[j] = parent[parent[j]]; return j; }
        foreach (var relation in _model.Problem.Relations) parent[Root(relation.First)] = Root(relation.Second);
        return [.. Enumerable.Range(0, parent.Length).Select(Root)];
    }

    private void Shuffle(int[] items)
    {
        for (var i = items.Length - 1; i > 0; i--)
        {
            var j = _rng.Below(i + 1);
            (items[i], items[j]) = (items[j], items[i]);
        }
    }
}

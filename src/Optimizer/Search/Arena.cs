namespace Callout.Optimizer;

/// <summary>
/// A part of the plan, small enough to keep its travel times in a table, on which a search works: some tours, their stops, and jobs without a place.
/// Stops, tours and jobs have numbers of their own here. All changes since <see cref="Begin"/> can be undone at the price of what changed.
/// </summary>
internal sealed partial class Arena : ITours
{
    public readonly Model Model;
    public readonly int Stops, TourCount, JobCount;
    public readonly int[] GlobalStop, GlobalTour, GlobalJob;
    public readonly int[] FirstStop, JobOf;
    public readonly Tour[] Tours;
    public readonly int[] TourOf, SlotOf;
    public readonly bool[] Fixed;
    public readonly Cost[] LeftOut;


    public Cost Total { get; private set; }

    private readonly int _places;
    private readonly int[] _to, _from;
    private readonly int[]? _metres;
    private readonly int[] _place, _open, _close, _duration, _breakFrom, _breakTo, _breakLength, _start, _end, _startPlace, _endPlace;
    private readonly int[]? _durations;
    private readonly bool[] _richStop, _richTour;
    private readonly long[] _second, _metre;
    private readonly Cost[]? _standing;
    private readonly int[] _need, _free;
    private readonly int _loads;

    /// <summary>Whether a van goes out for several tours, so that what is free on one changes without its stops changing.</summary>
    private readonly bool _sharedVans;
    private readonly int[] _van;

    public Arena(Draft draft, int[] tours, int[] jobs)
    {
        Model = draft.Model;
        var m = Model;
        jobs = Along(m, jobs);
        GlobalTour = tours;
        GlobalJob = jobs;
        (TourCount, JobCount) = (tours.Length, jobs.Length);

        var stops = new List<int>();
        FirstStop = new int[JobCount + 1];
        for (var j = 0; j < JobCount; j++)
        {
            for (var s = m.FirstStop[jobs[j]]; s < m.FirstStop[jobs[j] + 1]; s++) stops.Add(s);
            FirstStop[j + 1] = stops.Count;
        }
        var movable = stops.Count;
        var local = new Dictionary<int, int>(movable * 2);
        for (var s = 0; s < movable; s++) local[stops[s]] = s;
        foreach (var tour in tours)
            foreach (var stop in draft.Stops[tour])
                if (!m.IsWarehouse(stop) && local.TryAdd(stop, stops.Count)) stops.Add(stop);
        _local = local;
        var plain = stops.Count;
        for (var w = 0; w < m.Problem.Warehouses.Count; w++) stops.Add(m.FirstWarehouse + w);
        _firstWarehouse = plain;
        GlobalStop = [.. stops];
        Stops = stops.Count;
        JobOf = new int[Stops];
        Array.Fill(JobOf, -1);
        for (var j = 0; j < JobCount; j++) JobOf.AsSpan(FirstStop[j], FirstStop[j + 1] - FirstStop[j]).Fill(j);
        Fixed = new bool[Stops];
        Fixed.AsSpan(movable).Fill(true);

        // Places
        var places = new Dictionary<int, int> { [0] = 0 };
        int PlaceOf(int place) => places.TryGetValue(place, out var known) ? known : places[place] = places.Count;
        _place = [.. GlobalStop.Select(s => PlaceOf(m.Place[s]))];
        _startPlace = [.. tours.Select(t => PlaceOf(m.StartPlace[t]))];
        _endPlace = [.. tours.Select(t => PlaceOf(m.EndPlace[t]))];
        _places = places.Count;
        var global = places.OrderBy(p => p.Value).Select(p => p.Key).ToArray();
        _from = new int[_places * _places];
        for (var a = 1; a < _places; a++)
            for (var b = 1; b < _places; b++)
                if (a != b) _from[a * _places + b] = m.Seconds(global[a], global[b]);
        _to = _from;
        if (!m.Symmetric)
        {
            _to = new int[_places * _places];
            for (var a = 0; a < _places; a++) for (var b = 0; b < _places; b++) _to[b * _places + a] = _from[a * _places + b];
        }
        _second = [.. tours.Select(t => m.SecondWeight[m.TechnicianOf[t]].Low)];
        _metre = [.. tours.Select(t => m.MetreWeight[m.TechnicianOf[t]].Low)];
        if (_metre.Any(w => w > 0))
        {
            _metres = new int[_places * _places];
            for (var a = 1; a < _places; a++)
                for (var b = 1; b < _places; b++)
                    if (a != b) _metres[a * _places + b] = m.Metres(global[a], global[b]);
        }

        // Stops
        _open = [.. GlobalStop.Select(s => m.Open[s])];
        _close = [.. GlobalStop.Select(s => m.Close[s])];
        _duration = [.. GlobalStop.Select(s => m.BaseDuration[s])];
        _richStop = [.. GlobalStop.Select(s => m.Rich[s])];
        LeftOut = [.. jobs.Select(j => m.LeftOut[j])];

        // Tours
        Tours = [.. tours.Select(_ => new Tour())];
        _start = [.. tours.Select(t => m.FrozenStart[t])];
        _end = [.. tours.Select(t => m.Latest[t])];
        _richTour = [.. tours.Select(t => m.RichTour[t])];
        _breakFrom = [.. tours.Select(t => m.Breaks[t].Length == 1 ? m.Breaks[t][0].From : 0)];
        _breakTo = [.. tours.Select(t => m.Breaks[t].Length == 1 ? m.Breaks[t][0].To : 0)];
        _breakLength = [.. tours.Select(t => m.Breaks[t].Length == 1 ? m.Breaks[t][0].Length : -1)];
        _version = new int[TourCount];

        // Who may do what
        _cache = new Entry[Stops * TourCount];
        if (tours.Any(t => m.RichTour[t]) || m.Rich.AsSpan(0, m.Work).Contains(true) || m.Technicians.Length > 0 && HasHighStanding(m)) _high = new long[_cache.Length];
        var standing = false;
        var durations = false;
        for (var s = 0; s < movable; s++)
            for (var t = 0; t < TourCount; t++)
            {
                if (!m.MayServe(GlobalStop[s], tours[t])) { _cache[s * TourCount + t].Version = Impossible; continue; }
                standing |= m.Standing(GlobalStop[s], tours[t]) != Cost.Zero;
                durations |= m.Duration(GlobalStop[s], tours[t]) != _duration[s];
            }
        if (standing || durations)
        {
            if (standing) _standing = new Cost[_cache.Length];
            if (durations) _durations = new int[_cache.Length];
            for (var s = 0; s < plain; s++)
                for (var t = 0; t < TourCount; t++)
                {
                    if (standing) _standing![s * TourCount + t] = m.Standing(GlobalStop[s], tours[t]);
                    if (durations) _durations![s * TourCount + t] = m.Duration(GlobalStop[s], tours[t]);
                }
        }

        StartRich(draft);
        ExchangesTails = AnyExchange();

        // Loads: what all tours of one van share
        _loads = m.PlainParts.Length;
        _van = [.. tours.Select(t => m.TechnicianOf[t])];
        var vans = _van.Distinct().ToArray();
        _sharedVans = _loads > 0 && vans.Length < TourCount;
        for (var t = 0; t < TourCount; t++) _van[t] = Array.IndexOf(vans, _van[t]);
        _need = new int[Stops * _loads];
        for (var s = 0; s < plain; s++)
            for (var l = 0; l < _loads; l++) _need[s * _loads + l] = draft.Need(GlobalStop[s], m.PlainParts[l]);
        _free = new int[vans.Length * _loads];
        for (var v = 0; v < vans.Length; v++)
            for (var l = 0; l < _loads; l++) _free[v * _loads + l] = draft.FreeStock(vans[v], m.PlainParts[l]);

        TourOf = new int[Stops];
        Array.Fill(TourOf, -1);
        SlotOf = new int[Stops];
        Absent = new int[JobCount];
        _absentAt = new int[JobCount];
        _savedAbsent = new int[JobCount];
        _active = new int[TourCount];
        _activeAt = new int[TourCount];
        Array.Fill(_activeAt, -1);
        _used = new bool[TourCount];
        _touched = new int[TourCount];
        (_emptyKind, _emptyOfKind) = EmptyKinds(m, tours);
        for (var j = 0; j < JobCount; j++) AddAbsent(j);
        Total = Cost.Zero;
        for (var j = 0; j < JobCount; j++) Total += LeftOut[j];
        Load(draft, local);
    }

    /// <summary>Jobs in an order in which neighbours follow each other, so that what is looked at together lies together in memory.</summary>
    private static int[] Along(Model m, int[] jobs)
    {
        if (jobs.Length == 0) return jobs;
        var left = (int[])jobs.Clone();
        var order = new int[jobs.Length];
        var at = m.Place[m.FirstStop[left[0]]];
        for (var i = 0; i < order.Length; i++)
        {
            var count = left.Length - i;
            var (nearest, seconds) = (0, int.MaxValue);
            for (var k = 0; k < count && seconds > 0; k++)
            {
                var way = m.Seconds(at, m.Place[m.FirstStop[left[k]]]);
                if (way < seconds) (nearest, seconds) = (k, way);
            }
            order[i] = left[nearest];
            at = m.Place[m.FirstStop[order[i]]];
            left[nearest] = left[count - 1];
        }
        return order;
    }

    private static bool HasHighStanding(Model m) =>
        m.Fold.Weight(Measure.NotPreferred).High != 0 || m.Fold.Weight(Measure.ChangedTechnician).High != 0 || m.WorkWeight.Any(w => w.High != 0);

    private readonly int _firstWarehouse;

    public int TourSize(int tour) => Tours[tour].Count;
    public int StopAt(int tour, int slot) => Tours[tour].Slots[slot].Stop;
    public int Seconds(int a, int b) => _from[_place[a] * _places + _place[b]];
    public int Opens(int stop) => _open[stop];
    public int Closes(int stop) => _close[stop];
    public int LoadOf(int stop) => _loads == 0 ? _duration[stop] : _need[stop * _loads];
    public int SecondsFromStart(int stop) => _from[_startPlace[0] * _places + _place[stop]];
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

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

    /// <summary>Jobs that are not in the plan, in no order, and where each stands in this list.</summary>
    public readonly int[] Absent;
    public int AbsentCount;
    private readonly int[] _absentAt;

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

    private readonly int[] _version;
    private int _lastVersion;
    private readonly Entry[] _cache;
    private readonly long[]? _high;

    private readonly int[] _active;
    private readonly int[] _activeAt;
    private int _activeCount;
    private readonly bool[] _used;
    private readonly int[] _emptyKind;
    private readonly int[] _emptyOfKind;

    private readonly int[] _touched;
    private int _touchedCount;
    private readonly int[] _savedAbsent;
    private int _savedAbsentCount;
    private Cost _savedTotal;

    /// <summary>The cheapest place for a stop on a tour, as long as the tour has this version.</summary>
    private struct Entry
    {
        public long Low;
        public int Version;
        public int Slot;
    }

    private const int Impossible = -1;
    private const long TooDear = long.MaxValue / 4;

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

    /// <summary>Tours that are alike while they are empty need to be tried only once.</summary>
    private static (int[] Kind, int[] First) EmptyKinds(Model m, int[] tours)
    {
        var kinds = new Dictionary<string, int>();
        var kind = new int[tours.Length];
        for (var t = 0; t < tours.Length; t++)
        {
            var tour = tours[t];
            var technician = m.Technicians[m.TechnicianOf[tour]];
            var key = !m.AlikeTechnicians || technician.Shifts.Count > 1 || m.Frozen[tour].Length > 0 ? $"own {tour}" : string.Join('|', m.StartPlace[tour], m.EndPlace[tour], m.From[tour], m.To[tour], m.Latest[tour],
                string.Join(',', technician.Skills), string.Join(',', technician.Certificates), string.Join(',', technician.Stock), string.Join(',', technician.Tools), string.Join(',', technician.Territories),
                string.Join(',', technician.DurationPercent), technician.PerHour, technician.PerKilometre, technician.PerOvertimeMinute, string.Join(',', m.Breaks[tour]), m.ShiftAt(tour).Reserve);
            if (!kinds.TryGetValue(key, out kind[t])) kinds[key] = kind[t] = kinds.Count;
        }
        var first = new int[kinds.Count];
        Array.Fill(first, -1);
        return (kind, first);
    }

    public int TourSize(int tour) => Tours[tour].Count;
    public int StopAt(int tour, int slot) => Tours[tour].Slots[slot].Stop;
    public int Seconds(int a, int b) => _from[_place[a] * _places + _place[b]];
    public int Opens(int stop) => _open[stop];
    public int Closes(int stop) => _close[stop];
    public int LoadOf(int stop) => _loads == 0 ? _duration[stop] : _need[stop * _loads];
    public int SecondsFromStart(int stop) => _from[_startPlace[0] * _places + _place[stop]];

    // ---- Changes that can be undone

    public void Begin()
    {
        _touchedCount = 0;
        Broken = false;
        if (_anyCoupled) _pins.Begin();
        _savedTotal = Total;
        _savedAbsentCount = AbsentCount;
        Absent.AsSpan(0, AbsentCount).CopyTo(_savedAbsent);
    }

    public void Commit()
    {
        for (var i = 0; i < _touchedCount; i++) Tours[_touched[i]].Keep();
        _touchedCount = 0;
    }

    public void Rollback()
    {
        if (_anyCoupled) _pins.Undo();
        // Two passes: a stop may have moved from one touched tour to another.
        for (var i = 0; i < _touchedCount; i++)
        {
            var tour = Tours[_touched[i]];
            for (var k = 1; k <= tour.Count; k++)
            {
                var stop = tour.Slots[k].Stop;
                TourOf[stop] = -1;
                Load(_touched[i], stop, +1);
            }
            if (_withParts) Take(_touched[i], +1);
        }
        for (var i = 0; i < _touchedCount; i++)
        {
            var t = _touched[i];
            var tour = Tours[t];
            _version[t] = tour.Undo();
            for (var k = 1; k <= tour.Count; k++)
            {
                var stop = tour.Slots[k].Stop;
                (TourOf[stop], SlotOf[stop]) = (t, k);
                Load(t, stop, -1);
            }
            if (_withParts) Take(t, -1);
            if (_anyRich || _withParts) CopyStops(tour);
            UpdateActive(t);
        }
        _touchedCount = 0;
        for (var i = 0; i < AbsentCount; i++) _absentAt[Absent[i]] = -1;
        _savedAbsent.AsSpan(0, _savedAbsentCount).CopyTo(Absent);
        AbsentCount = _savedAbsentCount;
        for (var i = 0; i < AbsentCount; i++) _absentAt[Absent[i]] = i;
        Total = _savedTotal;
    }

    private void Touch(int tour)
    {
        if (Tours[tour].Saved) return;
        Tours[tour].Save(_version[tour]);
        _touched[_touchedCount++] = tour;
    }

    private void AddAbsent(int job)
    {
        _absentAt[job] = AbsentCount;
        Absent[AbsentCount++] = job;
    }

    private void RemoveAbsent(int job)
    {
        var at = _absentAt[job];
        var last = Absent[--AbsentCount];
        Absent[at] = last;
        _absentAt[last] = at;
        _absentAt[job] = -1;
    }

    public ReadOnlySpan<int> Touched => _touched.AsSpan(0, _touchedCount);

    /// <summary>Tours with at least one stop.</summary>
    public int UsedTours { get; private set; }

    /// <summary>
    /// Takes a string of stops out of a tour and adds their jobs to <paramref name="removed"/>. What may not move stays; a coupled job leaves
    /// all its tours, and whatever must come after it leaves with it.
    /// </summary>
    public void Remove(int tour, int slot, int length, List<int> removed)
    {
        Touch(tour);
        var t = Tours[tour];
        _coupled.Clear();
        for (var k = Math.Min(slot + length - 1, t.Count); k >= slot; k--)
        {
            var job = JobOf[t.Slots[k].Stop];
            if (job < 0) continue;
            if (_anyCoupled && !Model.Alone[GlobalJob[job]]) { _coupled.Add(job); continue; }
            CloseStop(tour, k);
            Leave(job);
            removed.Add(job);
        }
        if (t.Warehouses > 0) Tidy(tour);
        Reckon(tour);
        foreach (var job in _coupled) RemoveCoupled(job, removed);
    }

    /// <summary>
    /// Puts an absent job where it costs least; leaves it out if it fits nowhere or leaving it out is cheaper. Now and then it comes in all the same: two jobs
    /// at one place may be worth a way that neither is worth alone.
    /// </summary>
    public void PutBest(int job, ref int untilBlink, ref Rng rng)
    {
        if (_anyCoupled && !Model.Alone[GlobalJob[job]]) { PutCoupled(job); return; }
        var place = Best(FirstStop[job], ref untilBlink, ref rng);
        if (place.Found && (place.Delta < LeftOut[job] || rng.Chance(64))) Put(job, place);
    }

    public bool IsAbsent(int job) => _absentAt[job] >= 0;

    private void Load(int tour, int stop, int sign)
    {
        for (var l = 0; l < _loads; l++) _free[_van[tour] * _loads + l] += sign * _need[stop * _loads + l];
    }

    /// <summary>Whether a tour came out of the last changes breaking a rule; they must be rolled back.</summary>
    public bool Broken { get; private set; }

    private void CloseStop(int tour, int slot)
    {
        var t = Tours[tour];
        var stop = t.Slots[slot].Stop;
        TourOf[stop] = -1;
        Load(tour, stop, +1);
        if (_richStop[stop]) t.RichStops--;
        if (stop >= _firstWarehouse) t.Warehouses--;
        t.Close(slot, 1);
    }

    private void Leave(int job)
    {
        AddAbsent(job);
        Total += LeftOut[job];
    }

    private void PutStop(int stop, int tour, int slot)
    {
        OpenStop(stop, tour, slot);
        if (_lasting[tour] || _withParts || _anyRich && IsRich(tour) || _metres is not null) Reckon(tour);
        else ReckonFrom(tour, slot);
    }

    private void OpenStop(int stop, int tour, int slot)
    {
        Touch(tour);
        var t = Tours[tour];
        t.Open(slot);
        t.Slots[slot].Stop = stop;
        t.Slots[slot].Place = _place[stop];
        TourOf[stop] = tour;
        Load(tour, stop, -1);
        if (_richStop[stop]) t.RichStops++;
        if (stop >= _firstWarehouse) t.Warehouses++;
    }

    /// <summary>Puts an absent job that is alone where <see cref="Best"/> said.</summary>
    public void Put(int job, in Place place)
    {
        RemoveAbsent(job);
        Total -= LeftOut[job];
        if (place.Slot < 1 << 10) { PutStop(FirstStop[job], place.Tour, place.Slot); return; }
        OpenStop(FirstStop[job], place.Tour, place.Slot & 1023);
        PutStop(_firstWarehouse + (place.Slot >> 20) - 1, place.Tour, place.Slot >> 10 & 1023);
    }

    private int DurationOf(int stop, int tour) => _durations is null ? _duration[stop] : _durations[stop * TourCount + tour];

    private bool IsRich(int tour) => _richTour[tour] || Tours[tour].RichStops > 0;

    /// <summary>Works out the times of a tour anew and what it costs.</summary>
    private void Reckon(int tour)
    {
        var t = Tours[tour];
        _version[tour] = ++_lastVersion;
        var before = t.Cost;
        Total -= before;
        var slots = t.Slots.AsSpan(0, t.Count + 2);
        slots[0].Place = _startPlace[tour];
        slots[0].Stop = -1;
        slots[^1].Place = _endPlace[tour];
        slots[^1].Stop = -1;
        for (var k = 1; k <= t.Count; k++) SlotOf[slots[k].Stop] = k;
        if (_anyRich || _withParts) CopyStops(t);
        if (_lasting[tour]) LastingTimes(tour);
        else if (IsRich(tour)) RichTimes(tour);
        else
        {
            if (_breakLength[tour] >= 0)
            {
                TimesWithBreak(tour, slots);
                Broken |= slots[0].Depart0 > slots[0].Latest0;
            }
            else
            {
                Times(tour, slots);
                Broken |= slots[0].Depart > slots[0].Latest;
            }
            t.Cost = PlainCost(tour, slots);
            if (_withParts) TakeParts(tour);
        }
        Total += t.Cost;
        UpdateActive(tour);
    }

    /// <summary>The same after one stop has come in, as far as its coming changes anything: on a plain tour most times soon meet the old ones.</summary>
    private void ReckonFrom(int tour, int slot)
    {
        var t = Tours[tour];
        _version[tour] = ++_lastVersion;
        var slots = t.Slots.AsSpan(0, t.Count + 2);
        var stop = slots[slot].Stop;
        for (var k = slot; k <= t.Count; k++) SlotOf[slots[k].Stop] = k;
        var there = _from[slots[slot - 1].Place * _places + slots[slot].Place];
        var onward = _from[slots[slot].Place * _places + slots[slot + 1].Place];
        long way = there + onward - (t.Count == 1 ? 0 : slots[slot - 1].Leg);
        slots[slot - 1].Leg = there;
        slots[slot].Leg = onward;
        if (_breakLength[tour] >= 0) TimesWithBreakFrom(tour, slots, slot);
        else TimesFrom(tour, slots, slot);
        var dearer = new Cost(0, way * _second[tour]);
        if (_standing is not null) dearer += _standing[stop * TourCount + tour];
        if (_anyRich) CopyStops(t);
        t.Cost += dearer;
        Total += dearer;
        if (t.Count == 1) UpdateActive(tour);
    }

    private void TimesFrom(int tour, Span<Slot> slots, int from)
    {
        for (var k = from; k < slots.Length - 1; k++)
        {
            var depart = Math.Max(slots[k - 1].Depart + slots[k - 1].Leg, _open[slots[k].Stop]) + DurationOf(slots[k].Stop, tour);
            if (k > from && depart == slots[k].Depart) break;
            slots[k].Depart = depart;
        }
        for (var k = from; k > 0; k--)
        {
            var latest = Math.Min(slots[k + 1].Latest - slots[k].Leg - DurationOf(slots[k].Stop, tour), _close[slots[k].Stop]);
            if (k < from && latest == slots[k].Latest) return;
            slots[k].Latest = latest;
        }
        slots[0].Latest = slots[1].Latest - slots[0].Leg;
    }

    private void TimesWithBreakFrom(int tour, Span<Slot> slots, int from)
    {
        for (var k = from; k < slots.Length - 1; k++)
        {
            var (depart, depart0) = (slots[k].Depart, slots[k].Depart0);
            ForwardWithBreak(tour, in slots[k - 1], ref slots[k]);
            if (k > from && depart == slots[k].Depart && depart0 == slots[k].Depart0) break;
        }
        for (var k = from; k >= 0; k--)
        {
            var (latest, latest0) = (slots[k].Latest, slots[k].Latest0);
            BackwardWithBreak(tour, ref slots[k], in slots[k + 1], k > 0);
            if (k < from && latest == slots[k].Latest && latest0 == slots[k].Latest0) return;
        }
    }

    private Cost PlainCost(int tour, Span<Slot> slots)
    {
        if (slots.Length == 2) return Cost.Zero;
        long way = 0;
        for (var k = 0; k < slots.Length - 1; k++) way += slots[k].Leg;
        var cost = new Cost(0, way * _second[tour]);
        if (_metres is not null && _metre[tour] > 0)
        {
            long metres = 0;
            for (var k = 0; k < slots.Length - 1; k++) metres += _metres[slots[k].Place * _places + slots[k + 1].Place];
            cost += new Cost(0, metres * _metre[tour]);
        }
        if (_standing is not null)
            for (var k = 1; k < slots.Length - 1; k++) cost += _standing[slots[k].Stop * TourCount + tour];
        return cost;
    }

    private void Times(int tour, Span<Slot> slots)
    {
        var from = _from;
        slots[0].Depart = _start[tour];
        for (var k = 1; k < slots.Length - 1; k++)
        {
            ref var last = ref slots[k - 1];
            ref var slot = ref slots[k];
            last.Leg = from[last.Place * _places + slot.Place];
            slot.Depart = Math.Max(last.Depart + last.Leg, _open[slot.Stop]) + DurationOf(slot.Stop, tour);
        }
        slots[^2].Leg = from[slots[^2].Place * _places + slots[^1].Place];
        slots[^1].Latest = _end[tour];
        for (var k = slots.Length - 2; k > 0; k--)
            slots[k].Latest = Math.Min(slots[k + 1].Latest - slots[k].Leg - DurationOf(slots[k].Stop, tour), _close[slots[k].Stop]);
        slots[0].Latest = slots[1].Latest - slots[0].Leg;
    }

    private void TimesWithBreak(int tour, Span<Slot> slots)
    {
        slots[0].Depart0 = _start[tour];
        slots[0].Depart = Tour.Never;
        for (var k = 1; k < slots.Length; k++)
        {
            slots[k - 1].Leg = _from[slots[k - 1].Place * _places + slots[k].Place];
            if (k < slots.Length - 1) ForwardWithBreak(tour, in slots[k - 1], ref slots[k]);
        }
        slots[^1].Latest = _end[tour];
        slots[^1].Latest0 = -Tour.Never;
        for (var k = slots.Length - 2; k >= 0; k--) BackwardWithBreak(tour, ref slots[k], in slots[k + 1], k > 0);
    }

    private void ForwardWithBreak(int tour, in Slot last, ref Slot slot)
    {
        var (open, close, duration) = (_open[slot.Stop], _close[slot.Stop], DurationOf(slot.Stop, tour));
        var taken = Math.Max(Math.Min(last.Depart + last.Leg, AcrossBreak(last.Depart0, last.Leg, _breakFrom[tour], _breakTo[tour], _breakLength[tour])), open);
        var ahead = Math.Max(last.Depart0 + last.Leg, open);
        slot.Depart = taken > close ? Tour.Never : taken + duration;
        slot.Depart0 = ahead > close ? Tour.Never : ahead + duration;
    }

    private void BackwardWithBreak(int tour, ref Slot slot, in Slot next, bool work)
    {
        var (opens, closes, length) = (_breakFrom[tour], _breakTo[tour], _breakLength[tour]);
        var leg = slot.Leg;
        var taken = next.Latest - leg;
        var ahead = Math.Max(next.Latest0 - leg, Math.Max(
            next.Latest - length >= opens ? Math.Min(closes, next.Latest - length) - leg : -Tour.Never,
            next.Latest - leg - length >= opens ? Math.Min(closes, next.Latest - leg - length) : -Tour.Never));
        if (work)
        {
            var (close, duration) = (_close[slot.Stop], DurationOf(slot.Stop, tour));
            (taken, ahead) = (Math.Min(taken - duration, close), Math.Min(ahead - duration, close));
        }
        (slot.Latest, slot.Latest0) = (taken, ahead);
    }

    /// <summary>When somebody arrives who takes the break before or after the drive, whichever is sooner.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int AcrossBreak(int depart, int leg, int opens, int closes, int length)
    {
        var after = Math.Max(depart + leg, opens);
        if (after <= closes) return after + length;
        var before = Math.Max(depart, opens);
        return before <= closes ? before + length + leg : Tour.Never;
    }

    private void UpdateActive(int tour)
    {
        var kind = _emptyKind[tour];
        if (Tours[tour].Count > 0 != _used[tour])
        {
            _used[tour] = !_used[tour];
            UsedTours += _used[tour] ? 1 : -1;
        }
        if (Tours[tour].Count > 0)
        {
            if (_emptyOfKind[kind] == tour)
            {
                // The next empty one of its kind stands in for them all.
                _emptyOfKind[kind] = -1;
                for (var t = 0; t < TourCount; t++)
                    if (_emptyKind[t] == kind && Tours[t].Count == 0) { _emptyOfKind[kind] = t; AddActive(t); break; }
            }
            AddActive(tour);
        }
        else if (_emptyOfKind[kind] == -1 || _emptyOfKind[kind] == tour)
        {
            _emptyOfKind[kind] = tour;
            AddActive(tour);
        }
        else RemoveActive(tour);
    }

    private void AddActive(int tour)
    {
        if (_activeAt[tour] >= 0) return;
        _activeAt[tour] = _activeCount;
        _active[_activeCount++] = tour;
    }

    private void RemoveActive(int tour)
    {
        var at = _activeAt[tour];
        if (at < 0) return;
        var last = _active[--_activeCount];
        _active[at] = last;
        _activeAt[last] = at;
        _activeAt[tour] = -1;
    }

    // ---- Looking for a place

    /// <summary>Where a stop is best put, and by how much the plan gets dearer.</summary>
    public readonly record struct Place(int Tour, int Slot, Cost Delta)
    {
        public bool Found => Tour >= 0;
    }

    /// <summary>
    /// The cheapest place for a stop on all tours. Now and then one is passed over (a blink of Christiaens and Vanden Berghe, 2020):
    /// one look in a hundred on average.
    /// </summary>
    public Place Best(int stop, ref int untilBlink, ref Rng rng)
    {
        var row = _cache.AsSpan(stop * TourCount, TourCount);
        var (tour, slot, low, high) = (-1, 0, TooDear, TooDear);
        for (var i = 0; i < _activeCount; i++)
        {
            var t = _active[i];
            if (_sharedVans && Lacks(stop, t)) continue;
            ref var entry = ref row[t];
            if (entry.Version != _version[t])
            {
                if (entry.Version == Impossible) continue;
                Evaluate(stop, t, ref entry);
            }
            if (entry.Low >= TooDear) continue;
            if (_high is null ? entry.Low >= low : new Cost(_high[stop * TourCount + t], entry.Low) >= new Cost(high, low)) continue;
            if (--untilBlink < 0) { untilBlink = NextBlink(ref rng); continue; }
            (tour, slot, low) = (t, entry.Slot, entry.Low);
            if (_high is not null) high = _high[stop * TourCount + t];
        }
        return new Place(tour, slot, new Cost(_high is null ? 0 : high, low));
    }

    /// <summary>How many looks pass until the next blink: geometric with a mean of 100.</summary>
    public static int NextBlink(ref Rng rng) => (int)((long)Callout.Optimizer.Fixed.MinusLog[rng.Below(4096)] * 100 >> 20);

    private void Evaluate(int stop, int tour, ref Entry entry)
    {
        entry.Version = _version[tour];
        entry.Low = TooDear;
        if (!_sharedVans && Lacks(stop, tour)) return;
        if (_lasting[tour] && _plainTime[stop] && Tours[tour].Warehouses <= 1)
        {
            EvaluateLasting(stop, tour, ref entry);
            return;
        }
        if (_richStop[stop] || IsRich(tour)) { EvaluateRich(stop, tour, ref entry); return; }
        if (_metres is not null && _metre[tour] > 0) ScanMetres(stop, tour, ref entry);
        else if (_breakLength[tour] >= 0) ScanWithBreak(stop, tour, ref entry);
        else Scan(stop, tour, ref entry);
        if (_standing is not null && entry.Low < TooDear)
        {
            var standing = _standing[stop * TourCount + tour];
            entry.Low += standing.Low;
            if (_high is not null) _high[stop * TourCount + tour] = standing.High;
        }
    }

    private bool Lacks(int stop, int tour)
    {
        for (var l = 0; l < _loads; l++)
            if (_need[stop * _loads + l] > _free[_van[tour] * _loads + l]) return true;
        return false;
    }

    private void Scan(int stop, int tour, ref Entry entry)
    {
        var t = Tours[tour];
        var count = t.Count;
        ref var slot = ref MemoryMarshal.GetArrayDataReference(t.Slots);
        ref var to = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_to), _place[stop] * _places);
        ref var from = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_from), _place[stop] * _places);
        var (open, close, duration) = (_open[stop], _close[stop], DurationOf(stop, tour));
        var (best, at) = (int.MaxValue, -1);
        if (count == 0) { slot.Leg = 0; }
        var first = 0;
        if (count > 12)
        {
            // Starts at the first place that is not over too early; latest starts only grow along a tour.
            var (lo, hi) = (0, count);
            var earliest = open + duration;
            while (lo < hi)
            {
                var mid = (lo + hi) >> 1;
                if (Unsafe.Add(ref slot, mid + 1).Latest < earliest) lo = mid + 1; else hi = mid;
            }
            first = lo;
        }
        slot = ref Unsafe.Add(ref slot, first);
        for (var k = first; k <= count; k++)
        {
            if (slot.Depart > close) break;
            ref var next = ref Unsafe.Add(ref slot, 1);
            var there = Unsafe.Add(ref to, slot.Place);
            var onward = Unsafe.Add(ref from, next.Place);
            var delta = there + onward - slot.Leg;
            if (delta < best)
            {
                var start = Math.Max(slot.Depart + there, open);
                if (start <= close && start + duration + onward <= next.Latest) (best, at) = (delta, k + 1);
            }
            slot = ref next;
        }
        if (at < 0) return;
        entry.Low = best * _second[tour];
        entry.Slot = at;
    }

    private void ScanWithBreak(int stop, int tour, ref Entry entry)
    {
        var t = Tours[tour];
        var slots = t.Slots;
        var count = t.Count;
        var (opens, closes, length) = (_breakFrom[tour], _breakTo[tour], _breakLength[tour]);
        var (open, close, duration) = (_open[stop], _close[stop], DurationOf(stop, tour));
        var row = _place[stop] * _places;
        var (best, at) = (int.MaxValue, -1);
        if (count == 0) slots[0].Leg = 0;
        for (var k = 0; k <= count; k++)
        {
            ref var slot = ref slots[k];
            ref var next = ref slots[k + 1];
            if (Math.Min(slot.Depart, slot.Depart0) > close) break;
            var there = _to[row + slot.Place];
            var onward = _from[row + next.Place];
            var delta = there + onward - slot.Leg;
            if (delta >= best) continue;
            var ahead = Math.Max(slot.Depart0 + there, open);
            if (ahead <= close && (ahead + duration + onward <= next.Latest0 || AcrossBreak(ahead + duration, onward, opens, closes, length) <= next.Latest))
            {
                (best, at) = (delta, k + 1);
                continue;
            }
            var taken = Math.Max(Math.Min(slot.Depart + there, AcrossBreak(slot.Depart0, there, opens, closes, length)), open);
            if (taken <= close && taken + duration + onward <= next.Latest) (best, at) = (delta, k + 1);
        }
        if (at < 0) return;
        entry.Low = best * _second[tour];
        entry.Slot = at;
    }

    private void ScanMetres(int stop, int tour, ref Entry entry)
    {
        var t = Tours[tour];
        var slots = t.Slots;
        var rests = _breakLength[tour] >= 0;
        var (opens, closes, length) = (_breakFrom[tour], _breakTo[tour], _breakLength[tour]);
        var (open, close, duration) = (_open[stop], _close[stop], DurationOf(stop, tour));
        var row = _place[stop] * _places;
        for (var k = 0; k <= t.Count; k++)
        {
            ref var slot = ref slots[k];
            ref var next = ref slots[k + 1];
            var (there, onward) = (_to[row + slot.Place], _from[row + next.Place]);
            var metres = _metres![slot.Place * _places + _place[stop]] + _metres[row + next.Place] - (t.Count == 0 ? 0 : _metres[slot.Place * _places + next.Place]);
            var delta = (there + onward - (t.Count == 0 ? 0 : slot.Leg)) * _second[tour] + metres * _metre[tour];
            if (delta >= entry.Low) continue;
            if (rests ? !FitsWithBreak(slot, next) : !Fits(slot.Depart, next.Latest)) continue;
            (entry.Low, entry.Slot) = (delta, k + 1);

            bool Fits(int depart, int latest)
            {
                var start = Math.Max(depart + there, open);
                return start <= close && start + duration + onward <= latest;
            }

            bool FitsWithBreak(in Slot slot, in Slot next)
            {
                if (Fits(slot.Depart0, next.Latest0) || Fits(Math.Min(slot.Depart, AcrossBreak(slot.Depart0, there, opens, closes, length) - there), next.Latest)) return true;
                var ahead = Math.Max(slot.Depart0 + there, open);
                return ahead <= close && AcrossBreak(ahead + duration, onward, opens, closes, length) <= next.Latest;
            }
        }
    }
}

namespace Callout.Optimizer;

/// <summary>Tours and jobs whose rules need the full timing: coupled jobs, several windows, parts fetched on the way, prices on time.</summary>
internal sealed partial class Arena
{
    private Pins _pins = null!;
    private Timing _timing = null!;
    private Fitting _fitting = null!;
    private Coupling _coupling = null!;
    private bool _anyRich, _anyCoupled, _withParts;
    private readonly Dictionary<int, int> _local;
    private Dictionary<int, int> _localTour = [];
    private int[] _vanFree = [], _houseFree = [];
    private readonly List<int> _coupled = [], _among = [], _stale = [];

    public Pins Pins => _pins;
    public bool HasCouplings => _anyCoupled;
    public bool IsRich() => _anyRich && !_lasting.All(l => l);

    private void StartRich(Draft draft)
    {
        _anyRich = _richTour.Contains(true) || _richStop.AsSpan(0, _firstWarehouse).Contains(true);
        _anyCoupled = GlobalJob.Any(j => !Model.Alone[j]);
        _pins = _anyCoupled ? new Pins(draft.Pins) : draft.Pins;
        _plainTime = [.. GlobalStop.Select(s => Model.PlainTime[s])];
        _lastingWeight = Model.Fold.Weight(Measure.Duration).Low;
        _lasting = [.. GlobalTour.Select(t => (Model.RichTour[t] || Model.AmpleSupply) && Model.LastsOnly(t) && (Model.Problem.Warehouses.Count == 0 || Model.AmpleSupply) && GlobalStop.All(s => Model.PlainTime[s]))];
        _withParts = Model.Problem.Warehouses.Count > 0 || Model.PlainPart.Contains(false);
        _timing = new Timing(Model, _pins) { WithParts = _withParts };
        _fitting = new Fitting(Model, this, _timing, _pins);
        _coupling = new Coupling(Model, this, _pins, _timing, _fitting);
        for (var t = 0; t < TourCount; t++) _localTour[GlobalTour[t]] = t;
        if (!_withParts) return;
        var uses = Model.Parts * (1 + Model.Problem.Warehouses.Count);
        _vanFree = new int[TourCount * Model.Parts];
        foreach (var tour in Tours) tour.Uses = new int[uses];
        draft.FreeBeside(GlobalTour, _vanFree, out _houseFree);
    }

    public ReadOnlySpan<int> StopsOf(int tour) => Tours[_localTour[tour]].Stops.AsSpan(0, Tours[_localTour[tour]].Count);
    public Cost CostOf(int tour) => Tours[_localTour[tour]].Cost;
    int ITours.TourOf(int stop) => _local.TryGetValue(stop, out var local) && TourOf[local] is >= 0 and var tour ? GlobalTour[tour] : -1;

    /// <summary>Local tours of one van share what the first of them holds.</summary>
    private int Van(int tour) => _van[tour] * Model.Parts;

    public void Stock(int tour, Timing timing)
    {
        var t = _localTour[tour];
        var uses = Tours[t].Uses;
        for (var p = 0; p < Model.Parts; p++) timing.Van[p] = _vanFree[Van(t) + p] + uses[p];
        for (var h = 0; h < _houseFree.Length; h++) timing.House[h] = _houseFree[h] == int.MaxValue ? int.MaxValue : _houseFree[h] + uses[Model.Parts + h];
    }

    private void Take(int tour, int sign)
    {
        var uses = Tours[tour].Uses;
        for (var p = 0; p < Model.Parts; p++) _vanFree[Van(tour) + p] += sign * uses[p];
        for (var h = 0; h < _houseFree.Length; h++) if (_houseFree[h] != int.MaxValue) _houseFree[h] += sign * uses[Model.Parts + h];
    }

    private void TakeParts(int tour)
    {
        var t = Tours[tour];
        Stock(GlobalTour[tour], _timing);
        Take(tour, +1);
        if (!_timing.TakeParts(GlobalTour[tour], t.Stops.AsSpan(0, t.Count))) Broken = true;
        _timing.UsedVan.CopyTo(t.Uses, 0);
        _timing.UsedHouse.CopyTo(t.Uses, Model.Parts);
        Take(tour, -1);
    }

    private void CopyStops(Tour tour)
    {
        if (tour.Stops.Length < tour.Count) tour.Stops = new int[tour.Slots.Length];
        for (var k = 0; k < tour.Count; k++) tour.Stops[k] = GlobalStop[tour.Slots[k + 1].Stop];
    }

    private void RichTimes(int tour)
    {
        var t = Tours[tour];
        if (_withParts) TakeParts(tour);
        var parts = _timing.WithParts;
        _timing.WithParts = false;
        if (!_timing.Run(GlobalTour[tour], t.Stops.AsSpan(0, t.Count))) Broken = true;
        _timing.WithParts = parts;
        t.Cost = _timing.Cost;
        for (var k = 0; k <= t.Count; k++) t.Slots[k].Leg = _from[t.Slots[k].Place * _places + t.Slots[k + 1].Place];
    }

    private void EvaluateRich(int stop, int tour, ref Entry entry)
    {
        var fit = _fitting.Best(GlobalStop[stop], GlobalTour[tour]);
        if (!fit.Found) return;
        entry.Low = fit.Delta.Low;
        entry.Slot = Pack(fit);
        if (_high is not null) _high[stop * TourCount + tour] = fit.Delta.High;
    }

    private int Pack(in Fit fit) => fit.Warehouse < 0 ? fit.Slot + 1 : fit.Slot + 1 | fit.WarehouseSlot + 1 << 10 | fit.Warehouse - Model.FirstWarehouse + 1 << 20;

    /// <summary>Drops the warehouse stops that a tour can do without, and moves a single one to where it costs least.</summary>
    private void Tidy(int tour)
    {
        Drop(tour);
        if (Tours[tour].Warehouses == 1 && _lasting[tour]) Move(tour);
    }

    private void Move(int tour)
    {
        var t = Tours[tour];
        var at = 1;
        while (t.Slots[at].Stop < _firstWarehouse) at++;
        var (best, cost) = (at, long.MaxValue);
        for (var slot = 1; slot <= t.Count; slot++)
        {
            Shift(t, at, slot);
            at = slot;
            var lasts = LastsAs(tour);
            if (lasts >= cost) continue;
            CopyStops(t);
            Stock(GlobalTour[tour], _timing);
            if (_timing.TakeParts(GlobalTour[tour], t.Stops.AsSpan(0, t.Count))) (best, cost) = (slot, lasts);
        }
        Shift(t, at, best);
    }

    private static void Shift(Tour tour, int from, int to)
    {
        var slot = tour.Slots[from];
        if (from < to) tour.Slots.AsSpan(from + 1, to - from).CopyTo(tour.Slots.AsSpan(from));
        else tour.Slots.AsSpan(to, from - to).CopyTo(tour.Slots.AsSpan(to + 1));
        tour.Slots[to] = slot;
    }

    /// <summary>What a lasting tour in this order costs; very much if it cannot be kept.</summary>
    private long LastsAs(int tour)
    {
        var t = Tours[tour];
        var row = new Segment(0, _start[tour], _end[tour]);
        long way = 0;
        for (var k = 1; k <= t.Count; k++)
        {
            var leg = _from[t.Slots[k - 1].Place * _places + t.Slots[k].Place];
            way += leg;
            row = Segment.Join(row, leg, Single(t.Slots[k].Stop, tour));
        }
        var home = _from[t.Slots[t.Count].Place * _places + t.Slots[t.Count + 1].Place];
        row = Segment.Join(row, home, new Segment(0, _start[tour], _end[tour]));
        return row.Holds ? row.Lasts * _lastingWeight + (way + home) * _second[tour] : long.MaxValue / 2;
    }

    private void Drop(int tour)
    {
        var t = Tours[tour];
        for (var slot = t.Count; slot > 0; slot--)
        {
            if (t.Slots[slot].Stop < _firstWarehouse) continue;
            CopyStops(t);
            Stock(GlobalTour[tour], _timing);
            var without = t.Stops.AsSpan(0, t.Count);
            without[slot..].CopyTo(without[(slot - 1)..]);
            if (t.Count == 1 || _timing.Run(GlobalTour[tour], without[..^1])) CloseStop(tour, slot);
        }
    }

    /// <summary>Takes a coupled job out of all its tours, after all that must follow it.</summary>
    private void RemoveCoupled(int job, List<int> removed)
    {
        if (IsAbsent(job)) return;
        foreach (var index in Model.RelationsOf[GlobalJob[job]])
        {
            var relation = Model.Problem.Relations[index];
            if (relation.Kind != Order.Before || relation.First != GlobalJob[job] || !_local.TryGetValue(Model.FirstStop[relation.Second], out var next)) continue;
            if (TourOf[next] < 0) continue;
            if (JobOf[next] < 0) { Broken = true; return; }
            RemoveCoupled(JobOf[next], removed);
        }
        _stale.Clear();
        for (var stop = FirstStop[job]; stop < FirstStop[job + 1]; stop++)
        {
            var tour = TourOf[stop];
            Touch(tour);
            CloseStop(tour, SlotOf[stop]);
            if (Tours[tour].Warehouses > 0) Tidy(tour);
            Reckon(tour);
        }
        Leave(job);
        removed.Add(job);
        _coupling.Unpin(GlobalJob[job], _stale);
        ReckonStale();
    }

    private void ReckonStale()
    {
        for (var i = 0; i < _stale.Count; i++)
        {
            if (!_localTour.TryGetValue(_stale[i], out var tour)) { Broken = true; return; }
            Touch(tour);
            Reckon(tour);
        }
    }

    private void PutCoupled(int job)
    {
        if (!IsAbsent(job)) return;
        // Whatever must come before it is tried first.
        foreach (var index in Model.RelationsOf[GlobalJob[job]])
        {
            var relation = Model.Problem.Relations[index];
            if (relation.Kind == Order.Before && relation.Second == GlobalJob[job] && _local.TryGetValue(Model.FirstStop[relation.First], out var first) && JobOf[first] >= 0) PutCoupled(JobOf[first]);
        }
        _among.Clear();
        for (var i = 0; i < _activeCount; i++) _among.Add(GlobalTour[_active[i]]);
        _among.Sort();
        if (_coupling.Best(GlobalJob[job], _among) is not { } fit || fit.Delta >= LeftOut[job]) return;
        RemoveAbsent(job);
        Total -= LeftOut[job];
        foreach (var (stop, at) in fit.Stops)
        {
            var tour = _localTour[at.Tour];
            OpenStop(_local[stop], tour, at.Slot + 1);
            if (at.Warehouse >= 0) OpenStop(_firstWarehouse + at.Warehouse - Model.FirstWarehouse, tour, at.WarehouseSlot + 1);
            Renumber(tour);
        }
        _stale.Clear();
        _coupling.Pin(fit, _stale);
        foreach (var (_, at) in fit.Stops) if (!_stale.Contains(at.Tour)) _stale.Add(at.Tour);
        ReckonStale();
    }

    private void Renumber(int tour)
    {
        var t = Tours[tour];
        for (var k = 1; k <= t.Count; k++) SlotOf[t.Slots[k].Stop] = k;
        CopyStops(t);
    }
}

namespace Callout.Optimizer;

/// <summary>Tours that cost how long they last: stops are judged by joining what comes before and after, with a warehouse on the way where one is needed.</summary>
internal sealed partial class Arena
{
    private bool[] _lasting = [], _plainTime = [];
    private long _lastingWeight;

    private Segment Single(int stop, int tour) => new(DurationOf(stop, tour), _open[stop], _close[stop]);

    private void LastingTimes(int tour)
    {
        var t = Tours[tour];
        if (t.Head.Length < t.Slots.Length) (t.Head, t.Tail) = (new Segment[t.Slots.Length], new Segment[t.Slots.Length]);
        if (_withParts) TakeParts(tour);
        var last = t.Count + 1;
        for (var k = 0; k < last; k++) t.Slots[k].Leg = _from[t.Slots[k].Place * _places + t.Slots[k + 1].Place];
        t.Head[0] = new Segment(0, _start[tour], _end[tour]);
        for (var k = 1; k < last; k++) t.Head[k] = Segment.Join(t.Head[k - 1], t.Slots[k - 1].Leg, Single(t.Slots[k].Stop, tour));
        t.Tail[last] = new Segment(0, _start[tour], _end[tour]);
        for (var k = last - 1; k > 0; k--) t.Tail[k] = Segment.Join(Single(t.Slots[k].Stop, tour), t.Slots[k].Leg, t.Tail[k + 1]);
        if (t.Count == 0) { t.Cost = Cost.Zero; return; }
        var all = Segment.Join(t.Head[0], t.Slots[0].Leg, t.Tail[1]);
        Broken |= !all.Holds;
        long way = 0;
        for (var k = 0; k < last; k++) way += t.Slots[k].Leg;
        t.Cost = new Cost(0, all.Lasts * _lastingWeight + way * _second[tour]);
        if (_standing is not null)
            for (var k = 1; k < last; k++) if (t.Slots[k].Stop < _firstWarehouse) t.Cost += _standing[t.Slots[k].Stop * TourCount + tour];
    }

    private void EvaluateLasting(int stop, int tour, ref Entry entry)
    {
        var t = Tours[tour];
        var first = 0;
        if (_withParts && !VanHas(stop, tour))
        {
            if (t.Warehouses == 0) { FetchOnTheWay(stop, tour, ref entry); return; }
            while (t.Slots[first].Stop < _firstWarehouse) first++;
            if (!Supplies(t.Slots[first].Stop - _firstWarehouse, stop, tour)) return;
            FetchSooner(stop, tour, first, ref entry);
        }
        var single = Single(stop, tour);
        var place = _place[stop];
        long before = t.Cost.Low;
        long way = 0;
        for (var k = 0; k <= t.Count; k++) way += t.Slots[k].Leg;
        var standing = _standing is null ? Cost.Zero : _standing[stop * TourCount + tour];
        var stands = StandingOf(t, tour);
        for (var k = first; k <= t.Count; k++)
        {
            if (!t.Head[k].Holds) break;
            var there = _from[t.Slots[k].Place * _places + place];
            var onward = _from[place * _places + t.Slots[k + 1].Place];
            var all = Segment.Join(Segment.Join(t.Head[k], there, single), onward, t.Tail[k + 1]);
            if (!all.Holds) continue;
            var cost = all.Lasts * _lastingWeight + (way - t.Slots[k].Leg + there + onward) * _second[tour] + stands + standing.Low - before;
            if (cost < entry.Low) (entry.Low, entry.Slot) = (cost, k + 1);
        }
        if (_high is not null) _high[stop * TourCount + tour] = standing.High;
    }

    private long StandingOf(Tour t, int tour)
    {
        if (_standing is null) return 0;
        long standing = 0;
        for (var k = 1; k <= t.Count; k++) if (t.Slots[k].Stop < _firstWarehouse) standing += _standing[t.Slots[k].Stop * TourCount + tour].Low;
        return standing;
    }

    /// <summary>Every warehouse that helps, at every place before every place of the stop.</summary>
    private void FetchOnTheWay(int stop, int tour, ref Entry entry)
    {
        var t = Tours[tour];
        for (var house = 0; house < Model.Problem.Warehouses.Count; house++)
            if (Supplies(house, stop, tour)) Fetch(stop, tour, house, t.Count, t.Count + 1, t.Tail, 0, ref entry);
    }

    private Segment[] _without = new Segment[16];

    /// <summary>The stop before the one visit to a warehouse that the tour makes, with that visit made sooner.</summary>
    /// <param name="visited">The visit's slot.</param>
    private void FetchSooner(int stop, int tour, int visited, ref Entry entry)
    {
        var t = Tours[tour];
        if (_without.Length <= visited + 1) _without = new Segment[visited * 2 + 2];
        _without[visited + 1] = t.Tail[visited + 1];
        for (var (k, next) = (visited - 1, visited + 1); k > 0; next = k--)
            _without[k] = Segment.Join(Single(t.Slots[k].Stop, tour), _from[t.Slots[k].Place * _places + t.Slots[next].Place], _without[next]);
        Fetch(stop, tour, t.Slots[visited].Stop - _firstWarehouse, visited - 1, visited + 1, _without, Sooner, ref entry);
    }

    /// <summary>A visit to a warehouse after any slot up to <paramref name="last"/>, and the stop after it.</summary>
    /// <param name="next">The slot that follows the last one; what lies between is left out.</param>
    /// <param name="rest">The tour from each slot on.</param>
    /// <param name="kind">What is told of the place beside its slots.</param>
    private void Fetch(int stop, int tour, int house, int last, int next, Segment[] rest, int kind, ref Entry entry)
    {
        var t = Tours[tour];
        var single = Single(stop, tour);
        var place = _place[stop];
        var visit = Single(_firstWarehouse + house, tour);
        var depot = _place[_firstWarehouse + house];
        var standing = _standing is null ? Cost.Zero : _standing[stop * TourCount + tour];
        var beside = StandingOf(t, tour) + standing.Low - t.Cost.Low;
        // An empty tour has no way yet.
        var across = t.Count == 0 ? 0 : _from[t.Slots[last].Place * _places + t.Slots[next].Place];
        long way = across;
        for (var k = 0; k < last; k++) way += t.Slots[k].Leg;
        for (var k = next; k <= t.Count; k++) way += t.Slots[k].Leg;
        for (var q = 0; q <= last; q++)
        {
            if (!t.Head[q].Holds) break;
            var fetch = _from[t.Slots[q].Place * _places + depot];
            var row = Segment.Join(t.Head[q], fetch, visit);
            long driven = fetch - (q == last ? across : t.Slots[q].Leg);
            var at = depot;
            for (var k = q; k <= last && row.Holds; k++)
            {
                // The row ends with slot k (or the warehouse); the stop comes next.
                if (k > q)
                {
                    var leg = k == q + 1 ? _from[depot * _places + t.Slots[k].Place] : t.Slots[k - 1].Leg;
                    if (k == q + 1) driven += leg;
                    row = Segment.Join(row, leg, Single(t.Slots[k].Stop, tour));
                    at = t.Slots[k].Place;
                    if (!row.Holds) break;
                }
                var after = k == last ? next : k + 1;
                var there = _from[at * _places + place];
                var onward = _from[place * _places + t.Slots[after].Place];
                var all = Segment.Join(Segment.Join(row, there, single), onward, rest[after]);
                if (!all.Holds) continue;
                var cost = all.Lasts * _lastingWeight + (way + driven + there + onward - (k == q ? 0 : k == last ? across : t.Slots[k].Leg)) * _second[tour] + beside;
                if (cost < entry.Low) (entry.Low, entry.Slot) = (cost, k + 1 | q + 1 << 10 | house + 1 << 20 | kind);
            }
        }
        if (_high is not null) _high[stop * TourCount + tour] = standing.High;
    }

    private bool VanHas(int stop, int tour)
    {
        foreach (var tool in Model.ToolsOf(GlobalStop[stop])) if (!Model.HasTool(Model.TechnicianOf[GlobalTour[tour]], tool)) return false;
        foreach (var need in Model.NeedsOf(GlobalStop[stop])) if (_vanFree[Van(tour) + need.Part] < need.Quantity) return false;
        return true;
    }

    private bool Supplies(int house, int stop, int tour)
    {
        foreach (var tool in Model.ToolsOf(GlobalStop[stop]))
            if (!Model.HasTool(Model.TechnicianOf[GlobalTour[tour]], tool) && !Model.HoldsTool(house, tool)) return false;
        foreach (var need in Model.NeedsOf(GlobalStop[stop]))
            if (Model.WarehouseStock(house, need.Part) == 0 && _vanFree[Van(tour) + need.Part] < need.Quantity) return false;
        return true;
    }
}

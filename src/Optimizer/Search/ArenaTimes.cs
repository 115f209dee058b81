namespace Callout.Optimizer;

/// <summary>When a plain tour can be where, and what it costs.</summary>
internal sealed partial class Arena
{
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
}

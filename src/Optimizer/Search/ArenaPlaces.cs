using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Callout.Optimizer;

/// <summary>Where a stop is best put: the best place on each tour is remembered until the tour changes.</summary>
internal sealed partial class Arena
{
    private readonly int[] _version;
    private int _lastVersion;
    private readonly Entry[] _cache;
    private readonly long[]? _high;

    /// <summary>The cheapest place for a stop on a tour, as long as the tour has this version.</summary>
    private struct Entry
    {
        public long Low;
        public int Version;
        public int Slot;
    }

    private const int Impossible = -1;
    private const long TooDear = long.MaxValue / 4;

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

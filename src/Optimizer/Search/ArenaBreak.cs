using System.Runtime.CompilerServices;

namespace Callout.Optimizer;

/// <summary>Tours with one break: each place is known in two states, with the break taken and with the break ahead.</summary>
internal sealed partial class Arena
{
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
}

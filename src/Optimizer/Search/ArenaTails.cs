namespace Callout.Optimizer;

/// <summary>Two plain tours that exchange what follows one of their slots.</summary>
internal sealed partial class Arena
{
    private Slot[] _tail = new Slot[16];

    /// <summary>Whether there are two tours that may exchange their tails, at a price that follows from the ways alone.</summary>
    public bool ExchangesTails { get; }

    private bool AnyExchange()
    {
        if (_anyRich || _withParts || _metres is not null || _standing is not null || _durations is not null) return false;
        for (var a = 1; a < TourCount; a++) for (var b = 0; b < a; b++) if (MayExchange(a, b)) return true;
        return false;
    }

    private bool MayExchange(int a, int b) => _breakLength[a] < 0 && _breakLength[b] < 0 && _endPlace[a] == _endPlace[b] && _end[a] == _end[b] && _second[a] == _second[b];

    /// <summary>
    /// What it costs, in <see cref="Cost.Low"/>, to go on from slot <paramref name="i"/> of a tour with what follows slot <paramref name="j"/> of another, and the other way round.
    /// Null where times forbid it, or the two tours end differently.
    /// </summary>
    public long? TailsDelta(int a, int i, int b, int j)
    {
        if (!MayExchange(a, b)) return null;
        var (first, second) = (Tours[a].Slots, Tours[b].Slots);
        var there = _from[first[i].Place * _places + second[j + 1].Place];
        var back = _from[second[j].Place * _places + first[i + 1].Place];
        if (first[i].Depart + there > second[j + 1].Latest || second[j].Depart + back > first[i + 1].Latest) return null;
        // A tour that is left empty costs nothing, whatever the way from its start to its end.
        if (i == 0 && j == Tours[b].Count) there = 0;
        if (j == 0 && i == Tours[a].Count) back = 0;
        return (long)(there + back - first[i].Leg - second[j].Leg) * _second[a];
    }

    /// <summary>Exchanges the tails if those who take over may do the work and have room for it; says whether they do.</summary>
    public bool SwapTails(int a, int i, int b, int j)
    {
        if (!MayTakeOver(a, i, b) || !MayTakeOver(b, j, a) || !HasRoom(a, i, b, j)) return false;
        Touch(a);
        Touch(b);
        var tail = Tours[a].Slots.AsSpan(i + 1, Tours[a].Count - i);
        if (_tail.Length < tail.Length) _tail = new Slot[tail.Length * 2];
        tail.CopyTo(_tail);
        GoOn(a, i, Tours[b].Slots.AsSpan(j + 1, Tours[b].Count - j));
        GoOn(b, j, _tail.AsSpan(0, tail.Length));
        Reckon(a);
        Reckon(b);
        return true;
    }

    private bool MayTakeOver(int from, int after, int to)
    {
        var t = Tours[from];
        for (var k = after + 1; k <= t.Count; k++)
            if (t.Slots[k].Stop is var stop && (Fixed[stop] || _cache[stop * TourCount + to].Version == Impossible)) return false;
        return true;
    }

    private bool HasRoom(int a, int i, int b, int j)
    {
        if (_van[a] == _van[b]) return true;
        for (var l = 0; l < _loads; l++)
            if (Needs(b, j, l) - Needs(a, i, l) is var more && (more > _free[_van[a] * _loads + l] || -more > _free[_van[b] * _loads + l])) return false;
        return true;
    }

    private long Needs(int tour, int after, int load)
    {
        var t = Tours[tour];
        long need = 0;
        for (var k = after + 1; k <= t.Count; k++) need += _need[t.Slots[k].Stop * _loads + load];
        return need;
    }

    private void GoOn(int tour, int after, ReadOnlySpan<Slot> tail)
    {
        var t = Tours[tour];
        if (after + tail.Length + 3 > t.Slots.Length) Array.Resize(ref t.Slots, (after + tail.Length + 3) * 2);
        tail.CopyTo(t.Slots.AsSpan(after + 1));
        t.Count = after + tail.Length;
        foreach (ref readonly var slot in tail)
        {
            Load(TourOf[slot.Stop], slot.Stop, +1);
            TourOf[slot.Stop] = tour;
            Load(tour, slot.Stop, -1);
        }
    }
}

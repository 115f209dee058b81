namespace Callout.Optimizer;

/// <summary>A shift of somebody who is away for a part of it, and the tour that was planned for it.</summary>
internal sealed class Absence
{
    private readonly int _from, _to;
    private readonly List<int> _breaks = [], _commitments = [];

    public Absence(Shift shift, int from, int to, IReadOnlyList<Stop> begun)
    {
        var end = shift.To + shift.OvertimeLimit;
        if (from <= shift.From) Shift = to >= end ? shift with { To = shift.From, OvertimeLimit = 0 } : shift with { From = to, To = Math.Max(to, shift.To), OvertimeLimit = Math.Min(shift.OvertimeLimit, end - to) };
        else if (to >= end) Shift = shift with { To = from, OvertimeLimit = 0 };
        else Shift = shift;
        (_from, _to) = (from, to);
        Keep(shift, from > shift.From && to < end, begun);
    }

    public Shift Shift { get; private set; }

    /// <summary>Keeps the breaks and commitments that still have their time. Somebody who is away in the middle is busy then, wherever that is.</summary>
    private void Keep(Shift shift, bool inTheMiddle, IReadOnlyList<Stop> begun)
    {
        var end = Shift.To + Shift.OvertimeLimit;
        var breaks = new List<Break>();
        for (var b = 0; b < shift.Breaks.Count; b++)
        {
            var rest = shift.Breaks[b];
            var kept = rest with { From = Math.Max(rest.From, Shift.From), To = Math.Min(rest.To, end - rest.Length) };
            if (inTheMiddle && !begun.Any(s => s.Kind == StopKind.Break && s.Index == b)) kept = Beside(kept, begun.Count > 0);
            if (kept.From > kept.To) continue;
            _breaks.Add(b);
            breaks.Add(kept);
        }
        var commitments = new List<(int Index, Commitment It)>(shift.Commitments
            .Select((c, i) => (i, c)).Where(c => c.c.From >= Shift.From && c.c.To <= end && !(inTheMiddle && c.c.From < _to && c.c.To > _from)));
        if (inTheMiddle) commitments.Add((-1, new Commitment(_from, _to)));
        commitments.Sort((a, b) => a.It.From.CompareTo(b.It.From));
        _commitments.AddRange(commitments.Select(c => c.Index));
        Shift = Shift with { Breaks = breaks, Commitments = [.. commitments.Select(c => c.It)] };
    }

    /// <summary>After the absence if it can wait so long, or else before it; whoever is away has rested.</summary>
    private Break Beside(Break rest, bool begun) =>
        rest.To >= _to ? rest with { From = Math.Max(rest.From, _to) } : rest with { To = begun ? int.MinValue : Math.Min(rest.To, _from - rest.Length) };

    /// <summary>The tour with what has begun and what lies before or after the absence; breaks and commitments by their new numbers.</summary>
    public Route Of(Route route, int begun) =>
        route with { Stops = [.. route.Stops.Where((s, i) => i < begun || s.End <= _from || s.Start >= _to).Select(Renumbered).Where(s => s is not null).Select(s => s!.Value)] };

    private Stop? Renumbered(Stop stop) => stop.Kind switch
    {
        StopKind.Break => _breaks.IndexOf(stop.Index) is >= 0 and var b ? stop with { Index = b } : null,
        StopKind.Commitment => _commitments.IndexOf(stop.Index) is >= 0 and var c ? stop with { Index = c } : null,
        _ => stop,
    };
}

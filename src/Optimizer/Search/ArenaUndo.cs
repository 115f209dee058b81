namespace Callout.Optimizer;

/// <summary>Changes since <see cref="Begin"/> and how they are undone: each tour that is touched keeps a copy of itself, the list of absent jobs is copied whole.</summary>
internal sealed partial class Arena
{
    /// <summary>Jobs that are not in the plan, in no order, and where each stands in this list.</summary>
    public readonly int[] Absent;
    public int AbsentCount;
    private readonly int[] _absentAt;

    private readonly int[] _touched;
    private int _touchedCount;
    private readonly int[] _savedAbsent;
    private int _savedAbsentCount;
    private Cost _savedTotal;

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
}

namespace Callout.Optimizer;

/// <summary>
/// Bounds on starts that crews, pieces and relations put on stops. While a coupled job is in the plan its couplings are pinned to instants, so that every tour
/// can be timed by itself; taking the job out lifts them. All changes since <see cref="Begin"/> can be undone.
/// </summary>
internal sealed class Pins
{
    private const int Free = int.MaxValue / 2;

    public readonly int[] From, To;

    /// <summary>For each relation whose jobs are both placed: the instant (or, for days, the day) that its stops keep to.</summary>
    private readonly int[] _parting;
    private readonly bool[] _reversed;
    private readonly int[] _groupFrom, _groupTo;
    private readonly Model _model;
    private readonly List<(int[] Table, int Index, int Value)> _journal = [];

    public Pins(Model model)
    {
        _model = model;
        (From, To, _groupFrom, _groupTo) = (new int[model.Stops], new int[model.Stops], new int[model.Stops], new int[model.Stops]);
        Array.Fill(To, Free);
        Array.Fill(_groupTo, Free);
        _parting = new int[model.Problem.Relations.Count];
        _reversed = new bool[_parting.Length];
        Array.Fill(_parting, Unparted);
    }

    public Pins(Pins other)
    {
        _model = other._model;
        (From, To, _groupFrom, _groupTo) = ([.. other.From], [.. other.To], [.. other._groupFrom], [.. other._groupTo]);
        (_parting, _reversed) = ([.. other._parting], [.. other._reversed]);
    }

    public const int Unparted = int.MinValue;

    /// <summary>Takes over what another says of some jobs.</summary>
    public void Take(Pins other, ReadOnlySpan<int> jobs)
    {
        foreach (var job in jobs)
        {
            for (var stop = _model.FirstStop[job]; stop < _model.FirstStop[job + 1]; stop++)
                (From[stop], To[stop], _groupFrom[stop], _groupTo[stop]) = (other.From[stop], other.To[stop], other._groupFrom[stop], other._groupTo[stop]);
            foreach (var relation in _model.RelationsOf[job]) (_parting[relation], _reversed[relation]) = (other._parting[relation], other._reversed[relation]);
        }
    }

    public void Begin() => _journal.Clear();

    public void Undo()
    {
        for (var i = _journal.Count - 1; i >= 0; i--) _journal[i].Table[_journal[i].Index] = _journal[i].Value;
        _journal.Clear();
    }

    private void Set(int[] table, int index, int value)
    {
        if (table[index] == value) return;
        _journal.Add((table, index, table[index]));
        table[index] = value;
    }

    /// <summary>Bounds one stop as its crew or the order of its pieces asks.</summary>
    public void Group(int stop, int from, int to)
    {
        Set(_groupFrom, stop, from);
        Set(_groupTo, stop, to);
    }

    /// <summary>Notes where two related jobs part: the first is over by then and the second begins no earlier than the gap after; or the day they share.</summary>
    public void Part(int relation, int instant, bool reversed)
    {
        Set(_parting, relation, instant);
        _reversed[relation] = reversed;
    }

    /// <summary>Lifts everything that couples a job that is taken out.</summary>
    public void Lift(int job)
    {
        for (var stop = _model.FirstStop[job]; stop < _model.FirstStop[job + 1]; stop++) Group(stop, 0, Free);
        foreach (var relation in _model.RelationsOf[job]) Set(_parting, relation, Unparted);
    }

    /// <summary>Works out the bounds of a job's stops anew; <paramref name="duration"/> tells how long each takes where it stands. True if any bound changed.</summary>
    public bool Apply(int job, Func<int, int> duration)
    {
        var changed = false;
        for (var stop = _model.FirstStop[job]; stop < _model.FirstStop[job + 1]; stop++)
        {
            var (from, to) = (_groupFrom[stop], _groupTo[stop]);
            foreach (var relation in _model.RelationsOf[job])
                if (_parting[relation] != Unparted) Narrow(relation, job, stop, duration, ref from, ref to);
            changed |= From[stop] != from || To[stop] != to;
            Set(From, stop, from);
            Set(To, stop, to);
        }
        return changed;
    }

    private void Narrow(int index, int job, int stop, Func<int, int> duration, ref int from, ref int to)
    {
        var relation = _model.Problem.Relations[index];
        switch (relation.Kind)
        {
            case Order.Before or Order.Apart:
                var first = relation.First == job != _reversed[index];
                if (first) to = Math.Min(to, _parting[index] - duration(stop));
                else from = Math.Max(from, _parting[index] + relation.Gap);
                break;
            case Order.SameDay when _model.PartOf[stop] == 0:
                var (begins, ends) = _model.Day(_parting[index]);
                (from, to) = (Math.Max(from, begins), Math.Min(to, ends - 1));
                break;
        }
    }

    /// <summary>Bounds one stop for a trial; <see cref="Restore"/> takes it back.</summary>
    public (int From, int To) Try(int stop, int from, int to)
    {
        var before = (From[stop], To[stop]);
        (From[stop], To[stop]) = (from, to);
        return before;
    }

    public void Restore(int stop, (int From, int To) before) => (From[stop], To[stop]) = before;
}

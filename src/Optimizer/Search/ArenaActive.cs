namespace Callout.Optimizer;

/// <summary>Tours that are worth a look: those in use, and of the empty ones that are alike the first.</summary>
internal sealed partial class Arena
{
    private readonly int[] _active;
    private readonly int[] _activeAt;
    private int _activeCount;
    private readonly bool[] _used;
    private readonly int[] _emptyKind;
    private readonly int[] _emptyOfKind;

    /// <summary>Tours with at least one stop.</summary>
    public int UsedTours { get; private set; }

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
}

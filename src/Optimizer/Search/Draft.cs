namespace Callout.Optimizer;

/// <summary>The tours of a plan in the making, by the model's own numbers.</summary>
internal interface ITours
{
    ReadOnlySpan<int> StopsOf(int tour);
    Cost CostOf(int tour);

    /// <summary>The tour that a stop stands on, -1 if none.</summary>
    int TourOf(int stop);

    /// <summary>Tells the timing what the van and the warehouses hold beside what other tours take.</summary>
    void Stock(int tour, Timing timing);
}

/// <summary>A plan while it is being made: which stops stand on which tour in which order. Times follow from the order and the pins.</summary>
internal sealed class Draft : ITours
{
    public readonly Model Model;
    public readonly int[][] Stops;
    public readonly Pins Pins;
    private readonly int[] _tourOf;
    private readonly Cost[] _cost;
    private readonly int[] _van, _house;
    private readonly int[]?[] _uses;
    private readonly Timing _timing;

    public Draft(Model model)
    {
        Model = model;
        Stops = new int[model.Tours][];
        Array.Fill(Stops, []);
        Pins = new Pins(model);
        _tourOf = new int[model.Stops];
        Array.Fill(_tourOf, -1);
        _cost = new Cost[model.Tours];
        _uses = new int[]?[model.Tours];
        _van = new int[model.Technicians.Length * model.Parts];
        _house = new int[model.Problem.Warehouses.Count * model.Parts];
        ReadStock();
        _timing = new Timing(model, Pins) { WithParts = false };
        for (var r = 0; r < model.Tours; r++) Set(r, [.. Commitments(r)]);
    }

    public Draft(Draft other)
    {
        Model = other.Model;
        (Stops, Pins, _tourOf, _cost, _van, _house, _uses) = ([.. other.Stops], new Pins(other.Pins), [.. other._tourOf], [.. other._cost], [.. other._van], [.. other._house], [.. other._uses]);
        _timing = new Timing(Model, Pins) { WithParts = false };
    }

    public ReadOnlySpan<int> StopsOf(int tour) => Stops[tour];
    public Cost CostOf(int tour) => _cost[tour];
    public int TourOf(int stop) => _tourOf[stop];

    /// <summary>Whether all of a job is in the plan; one of which only a part has begun may have lost the rest.</summary>
    public bool IsPlaced(int job)
    {
        if (!Model.IsFrozen(job)) return _tourOf[Model.FirstStop[job]] >= 0;
        for (var stop = Model.FirstStop[job]; stop < Model.FirstStop[job + 1]; stop++) if (!Model.FrozenStop[stop] && _tourOf[stop] < 0) return false;
        return true;
    }

    public Cost Total
    {
        get
        {
            var total = Cost.Zero;
            foreach (var cost in _cost) total += cost;
            for (var job = 0; job < Model.Jobs.Length; job++) if (!IsPlaced(job)) total += Model.LeftOut[job];
            return total;
        }
    }

    /// <summary>Gives a tour its stops, times it and takes what it uses from van and warehouse; says whether it obeys the rules of time.</summary>
    public bool Set(int tour, int[] stops)
    {
        foreach (var stop in Stops[tour]) if (!Model.IsWarehouse(stop) && _tourOf[stop] == tour) _tourOf[stop] = -1;
        Stops[tour] = stops;
        foreach (var stop in stops) if (!Model.IsWarehouse(stop)) _tourOf[stop] = tour;
        TakeStock(tour);
        var fits = _timing.Run(tour, stops);
        _cost[tour] = fits ? _timing.Cost : Cost.Infinite;
        return fits;
    }

    /// <summary>Empties a tour of what may move between tours; timed when it is set again.</summary>
    public void Clear(int tour)
    {
        foreach (var stop in Stops[tour]) if (!Model.IsWarehouse(stop)) _tourOf[stop] = -1;
    }

    /// <summary>Times a tour whose pins have changed.</summary>
    public bool Reckon(int tour) => Set(tour, Stops[tour]);

    private IEnumerable<int> Commitments(int tour)
    {
        for (var c = 0; c < Model.Commitments; c++)
            if (Model.CommitmentTour[c] == tour && !Model.FrozenStop[Model.Work + c] && Model.Open[Model.Work + c] > Model.Problem.FrozenUntil) yield return Model.Work + c;
    }

    /// <summary>How much of a part a stop takes where that needs no thought.</summary>
    public int Need(int stop, int part)
    {
        if (!Model.BringsParts(stop)) return 0;
        var need = 0;
        foreach (var n in Model.Jobs[Model.JobOf[stop]].Parts) if (n.Part == part) need += n.Quantity;
        return need;
    }

    public int FreeStock(int technician, int part) => _van[technician * Model.Parts + part];

    /// <summary>Puts that much more of a part on a van.</summary>
    public void Lend(int technician, int part, int quantity) => _van[technician * Model.Parts + part] += quantity;

    public void Stock(int tour, Timing timing)
    {
        _van.AsSpan(Model.TechnicianOf[tour] * Model.Parts, Model.Parts).CopyTo(timing.Van);
        _house.CopyTo(timing.House, 0);
        if (_uses[tour] is not { } uses) return;
        for (var p = 0; p < Model.Parts; p++) timing.Van[p] += uses[p];
        for (var h = 0; h < _house.Length; h++) if (timing.House[h] != int.MaxValue) timing.House[h] += uses[Model.Parts + h];
    }

    /// <summary>What vans and warehouses hold beside these tours: by the first of them that uses a van, and by warehouse.</summary>
    public void FreeBeside(int[] tours, int[] van, out int[] house)
    {
        house = [.. _house];
        var vans = tours.Select(t => Model.TechnicianOf[t]).Distinct().ToArray();
        for (var v = 0; v < vans.Length; v++) _van.AsSpan(vans[v] * Model.Parts, Model.Parts).CopyTo(van.AsSpan(v * Model.Parts));
        foreach (var tour in tours)
        {
            if (_uses[tour] is not { } uses) continue;
            var at = Array.IndexOf(vans, Model.TechnicianOf[tour]) * Model.Parts;
            for (var p = 0; p < Model.Parts; p++) van[at + p] += uses[p];
            for (var h = 0; h < house.Length; h++) if (house[h] != int.MaxValue) house[h] += uses[Model.Parts + h];
        }
    }

    private void ReadStock()
    {
        for (var t = 0; t < Model.Technicians.Length; t++)
            foreach (var stock in Model.Technicians[t].Stock) _van[t * Model.Parts + stock.Part] += stock.Quantity;
        for (var w = 0; w < Model.Problem.Warehouses.Count; w++)
            foreach (var stock in Model.Problem.Warehouses[w].Stock) _house[w * Model.Parts + stock.Part] = stock.Quantity;
        if (Model.Parts == 0) return;
        for (var r = 0; r < Model.Tours; r++)
            TakeFacts(r);
    }

    /// <summary>What work that has begun has used up: from the warehouse visited last that holds the part, or else from the van.</summary>
    private void TakeFacts(int tour)
    {
        var houses = new List<int>();
        foreach (var stop in Model.Frozen[tour])
        {
            if (stop.Kind == StopKind.Warehouse) houses.Add(stop.Index);
            if (stop is not { Kind: StopKind.Work, Part: 0 }) continue;
            foreach (var need in Model.Jobs[stop.Index].Parts)
            {
                var shelves = (need.Substitutes ?? []).Prepend(need.Part).Select(Shelf).ToArray();
                var (stock, at) = shelves.FirstOrDefault(s => s.Stock[s.At] >= need.Quantity, shelves[0]);
                if (stock[at] != int.MaxValue) stock[at] = Math.Max(0, stock[at] - need.Quantity);
            }
        }

        (int[] Stock, int At) Shelf(int part)
        {
            var house = houses.FindLast(h => Model.WarehouseStock(h, part) > 0);
            return houses.Any(h => Model.WarehouseStock(h, part) > 0) ? (_house, house * Model.Parts + part) : (_van, Model.TechnicianOf[tour] * Model.Parts + part);
        }
    }

    private void TakeStock(int tour)
    {
        if (Model.Parts == 0) return;
        Stock(tour, _timing);
        _timing.TakeParts(tour, Stops[tour]);
        var uses = new int[Model.Parts + _house.Length];
        _timing.UsedVan.CopyTo(uses, 0);
        _timing.UsedHouse.CopyTo(uses, Model.Parts);
        Add(_uses[tour], +1);
        Add(_uses[tour] = uses, -1);

        void Add(int[]? used, int sign)
        {
            if (used is null) return;
            for (var p = 0; p < Model.Parts; p++) _van[Model.TechnicianOf[tour] * Model.Parts + p] += sign * used[p];
            for (var h = 0; h < _house.Length; h++) if (_house[h] != int.MaxValue) _house[h] += sign * used[Model.Parts + h];
        }
    }
}

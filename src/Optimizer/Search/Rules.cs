namespace Callout.Optimizer;

/// <summary>Who may do what, whatever the plan: the rules that depend on neither time nor place.</summary>
internal sealed partial class Model
{
    public bool MayServe(int stop, int tour) => JobOf[stop] >= 0 && (!_requires[JobOf[stop]] && Close[stop] >= From[tour] && Open[stop] <= Latest[tour] || Obstacle(stop, tour) == Rule.None);

    /// <summary>The first standing rule that keeps a stop off a tour.</summary>
    public Rule Obstacle(int stop, int tour)
    {
        var job = Jobs[JobOf[stop]];
        var technician = TechnicianOf[tour];
        var first = PartOf[stop] == 0 || PiecesOf[stop] > 1;
        foreach (var skill in SkillsOf(stop)) if (_level[technician][skill.Id] < skill.Level) return Rule.Skill;
        foreach (var certificate in CertificatesOf(stop)) if (_certificate[technician][certificate] < Math.Max(From[tour], Open[stop]) + Duration(stop, tour)) return Rule.Certificate;
        if (job.Territory is { } territory && !_territory[technician][territory]) return Rule.Territory;
        if (job.ExcludedTechnicians.Count > 0 && job.ExcludedTechnicians.Contains(technician)) return Rule.ExcludedTechnician;
        if (job.RequiredTechnicians.Count > 0 && !job.RequiredTechnicians.Contains(technician)) return Rule.RequiredTechnician;
        if (first && job.Lock?.Technician is { } only && only != technician) return Rule.Locked;
        if (BringsParts(stop))
        {
            foreach (var tool in ToolsOf(stop))
                if (!_tool[technician][tool] && !_toolAnywhere[tool]) return Rule.Tool;
            foreach (var need in NeedsOf(stop))
                if (PlainPart[need.Part] && VanStock(technician, need.Part) < need.Quantity) return Rule.Part;
        }
        if (Close[stop] < From[tour] || Open[stop] > Latest[tour]) return job.Lock?.Start is null ? Rule.Window : Rule.Locked;
        return Rule.None;
    }

    public bool HasTool(int technician, int tool) => _tool[technician][tool];
    public int LevelOf(int technician, int skill) => _level[technician][skill];

    /// <summary>Asks what would be if a technician had other stock and tools; returns who he was. The draft must be told of the stock.</summary>
    public Technician Equip(int technician, Technician other)
    {
        var before = Technicians[technician];
        Technicians[technician] = other;
        for (var tool = 0; tool < Problem.Tools.Count; tool++) _tool[technician][tool] = other.Tools.Contains(tool);
        return before;
    }
    public int Expiry(int technician, int certificate) => _certificate[technician][certificate];

    public int VanStock(int technician, int part) => _vanStock[technician * Parts + part];

    /// <summary>What serving a stop on a tour costs wherever it stands on it.</summary>
    public Cost Standing(int stop, int tour)
    {
        if (JobOf[stop] < 0) return Cost.Zero;
        var job = Jobs[JobOf[stop]];
        var technician = TechnicianOf[tour];
        var cost = WorkWeight[technician] == Cost.Zero ? Cost.Zero : Times(WorkWeight[technician], Duration(stop, tour));
        if (PartOf[stop] > 0) return cost;
        if (job.PreferredTechnicians.Count > 0 && !job.PreferredTechnicians.Contains(technician)) cost += Fold.Weight(Measure.NotPreferred);
        if (job.Current is { } current && current.Technician != technician) cost += Fold.Weight(Measure.ChangedTechnician);
        return cost;
    }

    private void ReadFrozen()
    {
        for (var r = 0; r < Tours; r++) (Frozen[r], FrozenStart[r]) = ([], From[r]);
        if (Problem.FrozenPlan is not { } plan || Problem.FrozenUntil == int.MinValue) return;
        for (var r = 0; r < Tours; r++) FrozenStart[r] = Math.Max(From[r], Problem.FrozenUntil);
        foreach (var route in plan.Routes)
        {
            var tour = FirstTour[route.Technician] + route.Shift;
            var frozen = route.Stops.TakeWhile(s => s.Start <= Problem.FrozenUntil).ToArray();
            if (frozen.Length == 0) continue;
            Frozen[tour] = frozen;
            FrozenStart[tour] = Math.Max(FrozenStart[tour], frozen[^1].End);
            RichTour[tour] = true;
            var (at, clock) = (StartPlace[tour], route.Leaves);
            foreach (var stop in frozen)
            {
                if (stop.Kind != StopKind.Break) FrozenBusy[tour] += stop.End - stop.Start;
                if (StopNumber(stop, tour) is >= 0 and var number)
                {
                    FrozenBusy[tour] += Drive(clock, Seconds(at, Place[number])) - clock;
                    at = Place[number];
                    if (!IsWarehouse(number)) FrozenStop[number] = true;
                }
                clock = stop.End;
            }
            StartPlace[tour] = at;
            FrozenHouses[tour] = [.. frozen.Where(s => s.Kind == StopKind.Warehouse).Select(s => s.Index)];
            FrozenLeaves[tour] = route.Leaves;
            FrozenReturns[tour] = frozen.Length == route.Stops.Count ? route.Returns : Drive(clock, Seconds(at, EndPlace[tour]));
            Breaks[tour] = [.. Breaks[tour].Where(b => !frozen.Any(s => s.Index == b.Index && s.Kind == (b.Commitment ? StopKind.Commitment : StopKind.Break)))];
        }
    }

    /// <summary>When somebody arrives who leaves then for a leg of so many seconds on free roads.</summary>
    public int Drive(int departs, int leg) => Problem.Travel.Profile is { } profile && leg > 0 ? profile.Arrival(departs, leg) : departs + leg;

    /// <summary>The number of a stop of a plan; -1 for a break or a commitment without a place.</summary>
    public int StopNumber(Stop stop, int tour) => stop.Kind switch
    {
        StopKind.Work => FirstStop[stop.Index] + stop.Part,
        StopKind.Warehouse => FirstWarehouse + stop.Index,
        StopKind.Commitment when ShiftAt(tour).Commitments[stop.Index].Place is not null => CommitmentStop(tour, stop.Index),
        _ => -1,
    };

    private int CommitmentStop(int tour, int index)
    {
        for (var c = 0; c < Commitments; c++) if (CommitmentTour[c] == tour && CommitmentIndex[c] == index) return Work + c;
        return -1;
    }

    /// <summary>A frozen stop as it stands in the plan.</summary>
    public (int Tour, Stop Stop) Fact(int stop)
    {
        for (var r = 0; r < Tours; r++)
            foreach (var fact in Frozen[r])
                if (StopNumber(fact, r) == stop && fact.Kind != StopKind.Warehouse) return (r, fact);
        return (-1, default);
    }

    /// <summary>Whether a warehouse holds a part or tool of this stop that the van may lack.</summary>
    public bool Helps(int warehouse, int stop, int tour)
    {
        if (!BringsParts(stop)) return false;
        var house = Problem.Warehouses[warehouse - FirstWarehouse];
        var job = Jobs[JobOf[stop]];
        foreach (var tool in job.Tools) if (!HasTool(TechnicianOf[tour], tool) && house.Tools.Contains(tool)) return true;
        foreach (var need in job.Parts)
        {
            if (WarehouseStock(warehouse - FirstWarehouse, need.Part) >= need.Quantity) return true;
            foreach (var substitute in need.Substitutes ?? []) if (WarehouseStock(warehouse - FirstWarehouse, substitute) >= need.Quantity) return true;
        }
        return false;
    }

    /// <summary>A job of which a stop is a fact: it is served and stays as it is.</summary>
    public bool IsFrozen(int job)
    {
        for (var stop = FirstStop[job]; stop < FirstStop[job + 1]; stop++) if (FrozenStop[stop]) return true;
        return false;
    }
}

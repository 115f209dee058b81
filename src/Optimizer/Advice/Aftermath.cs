namespace Callout.Optimizer;

/// <summary>A problem and the plan in force after a change: what is frozen, what the change takes away, and with what the new plan is to be compared.</summary>
internal sealed class Aftermath
{
    private readonly List<Technician> _technicians;
    private readonly List<Job> _jobs;
    private readonly List<Route> _routes;
    private readonly int _now, _frozenUntil;
    private List<Relation> _relations;
    private IReadOnlyList<Warehouse> _warehouses;
    private Travel _travel;

    public Aftermath(Problem problem, Plan plan, RepairOptions options)
    {
        (_technicians, _jobs, _routes, _relations, _warehouses, _travel) = ([.. problem.Technicians], [.. problem.Jobs], [.. plan.Routes], [.. problem.Relations], problem.Warehouses, problem.Travel);
        InvalidProblem.If(options.FreezeHorizon < 0 || options.Now is < 0 or > Problem.Largest, "repair.now", $"A repair at {options.Now} with a horizon of {options.FreezeHorizon} s is not possible.");
        _now = Math.Max(problem.FrozenUntil, options.Now ?? int.MinValue);
        _frozenUntil = options.Now is null ? problem.FrozenUntil : Math.Max(problem.FrozenUntil, Math.Min(Problem.Largest, _now + options.FreezeHorizon));
        foreach (var route in _routes)
            foreach (var stop in route.Stops)
                if (stop is { Kind: StopKind.Work, Part: 0 }) _jobs[stop.Index] = _jobs[stop.Index] with { Current = new(route.Technician, stop.Start) };
    }

    public Plan Plan => new(_routes, []);

    public Problem Of(Problem before, Change change)
    {
        Make(change);
        return before.With(_technicians, _jobs, _relations, _warehouses, _travel, frozenUntil: _frozenUntil, frozenPlan: _frozenUntil == int.MinValue ? before.FrozenPlan : Plan);
    }

    private void Make(Change change)
    {
        switch (change)
        {
            case TechnicianOut(var technician, var from, var to): Out(technician, from, to); break;
            case RunsLate(var job, var end): Late(job, end); break;
            case Cancelled(var job): Cancel(job); break;
            case NoShow(var job): NobodyThere(job); break;
            case PartGone(var part, var technician, var warehouse): Gone(part, technician, warehouse); break;
            case RoadClosed(var legs): _travel = _travel.With(legs); break;
            case Emergency(var job): _jobs.Add(job); break;
            default: throw new InvalidProblem("repair.change", $"A change of the kind {change.GetType().Name} is not known.");
        }
    }

    private void Out(int technician, int from, int to)
    {
        InvalidProblem.If((uint)technician >= (uint)_technicians.Count, "technician.unknown", $"There is no technician {technician}; there are {_technicians.Count}, counted from 0.");
        InvalidProblem.If(to < from, "repair.order", $"Technician {_technicians[technician].Id} is out from {from} to {to}, which is no time.");
        var shifts = _technicians[technician].Shifts.ToArray();
        for (var s = 0; s < shifts.Length; s++)
        {
            var at = _routes.FindIndex(r => r.Technician == technician && r.Shift == s);
            var begun = at < 0 ? [] : Begun(_routes[at], Math.Min(_now, from));
            var leaves = Math.Max(from, begun.Length > 0 ? begun[^1].End : int.MinValue);
            if (leaves >= Math.Min(to, shifts[s].To + shifts[s].OvertimeLimit) || to <= shifts[s].From) continue;
            var absence = new Absence(shifts[s], leaves, to, begun);
            shifts[s] = absence.Shift;
            if (at >= 0) _routes[at] = absence.Of(_routes[at], begun.Length);
        }
        _technicians[technician] = _technicians[technician] with { Shifts = shifts };
        _routes.RemoveAll(r => r.Technician == technician && r.Stops.Count == 0);
    }

    private static Stop[] Begun(Route route, int by) => [.. route.Stops.TakeWhile(s => s.Start <= by)];

    private void Late(int job, int end)
    {
        Known(job);
        var (route, at) = Find(job);
        var stop = _routes[route].Stops[at];
        InvalidProblem.If(end < stop.Start, "repair.order", $"Job {_jobs[job].Id} starts at {stop.Start} and cannot be over at {end}.");
        if (stop.Start > _frozenUntil)
        {
            var own = new Dictionary<int, int>(_jobs[job].DurationBy) { [_routes[route].Technician] = (end - stop.Start) * stop.Pieces };
            _jobs[job] = _jobs[job] with { DurationBy = own };
            return;
        }
        Replace(route, at, stop with { End = end });
    }

    /// <summary>Changes a fact, or takes it out. What came after it is free again.</summary>
    private void Replace(int route, int at, Stop? stop)
    {
        var stops = _routes[route].Stops;
        _routes[route] = _routes[route] with { Stops = [.. stops.Take(at), .. stop is { } changed ? [changed] : Array.Empty<Stop>(), .. stops.Skip(at + 1).Select(Freed)] };
    }

    private Stop Freed(Stop stop) => stop.Start > _frozenUntil ? stop : stop with { Arrive = _frozenUntil + 1, Start = _frozenUntil + 1, End = _frozenUntil + 1 + stop.End - stop.Start };

    private void Cancel(int job)
    {
        Known(job);
        InvalidProblem.If(_routes.Any(r => r.Stops.Any(s => s.Kind == StopKind.Work && s.Index == job && s.Start <= _now)), "repair.begun", $"Job {_jobs[job].Id} has begun and cannot be cancelled.");
        _jobs[job] = _jobs[job] with { LeaveOutPrice = 0, Priority = 0, Lock = null, Current = null, RequiredTechnicians = [], ExcludedTechnicians = [.. Enumerable.Range(0, _technicians.Count)] };
        _relations = [.. _relations.Where(r => r.First != job && r.Second != job)];
        for (var r = 0; r < _routes.Count; r++)
        {
            var at = _routes[r].Stops.ToList().FindIndex(s => s.Kind == StopKind.Work && s.Index == job);
            if (at >= 0 && _routes[r].Stops[at].Start <= _frozenUntil) Replace(r, at, null);
        }
    }

    private void NobodyThere(int job)
    {
        Known(job);
        var begun = _routes.FindIndex(r => r.Stops.Any(s => s.Kind == StopKind.Work && s.Index == job && s.Start <= _now));
        if (begun < 0) { Cancel(job); return; }
        for (var r = 0; r < _routes.Count; r++)
        {
            var at = _routes[r].Stops.ToList().FindIndex(s => s.Kind == StopKind.Work && s.Index == job && s.Start <= _now && s.End > _now);
            if (at >= 0) Replace(r, at, _routes[r].Stops[at] with { End = _now });
        }
    }

    private void Gone(int part, int? technician, int? warehouse)
    {
        if (technician is { } who)
        {
            InvalidProblem.If((uint)who >= (uint)_technicians.Count, "technician.unknown", $"There is no technician {who}; there are {_technicians.Count}, counted from 0.");
            // What was used up by work that has begun was there.
            var used = _routes.Where(r => r.Technician == who).SelectMany(r => Begun(r, _frozenUntil)).Where(s => s is { Kind: StopKind.Work, Part: 0 })
                .SelectMany(s => _jobs[s.Index].Parts).Where(p => p.Part == part).Sum(p => p.Quantity);
            _technicians[who] = _technicians[who] with { Stock = [.. _technicians[who].Stock.Select(s => s.Part == part ? s with { Quantity = Math.Min(s.Quantity, used) } : s)] };
        }
        if (warehouse is { } house)
        {
            InvalidProblem.If((uint)house >= (uint)_warehouses.Count, "warehouse.unknown", $"There is no warehouse {house}; there are {_warehouses.Count}, counted from 0.");
            _warehouses = [.. _warehouses.Select((w, i) => i == house ? w with { Stock = [.. w.Stock.Where(s => s.Part != part)] } : w)];
        }
    }

    private (int Route, int At) Find(int job)
    {
        for (var r = 0; r < _routes.Count; r++)
            for (var s = 0; s < _routes[r].Stops.Count; s++)
                if (_routes[r].Stops[s] is { Kind: StopKind.Work } stop && stop.Index == job && stop.Part == 0) return (r, s);
        throw new InvalidProblem("repair.unserved", $"Job {_jobs[job].Id} is not in the plan and cannot run late.");
    }

    private void Known(int job) => InvalidProblem.If((uint)job >= (uint)_jobs.Count, "job.unknown", $"There is no job {job}; there are {_jobs.Count}, counted from 0.");
}

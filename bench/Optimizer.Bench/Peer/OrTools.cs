using Callout.Optimizer;
using Google.OrTools.ConstraintSolver;
using Google.Protobuf.WellKnownTypes;

namespace Callout.Optimizer.Bench;

/// <summary>
/// The same problem for the routing solver of Google OR-Tools: guided local search on one thread. Nodes are the jobs, then the homes, then a visit to the warehouse for each
/// technician. Understands what the formats need: one shift, a window or several, skills, parts, tools, one kind of warehouse, breaks after a drive.
/// </summary>
internal sealed class OrTools
{
    private readonly Problem _problem;
    private readonly int[] _places, _home;
    private readonly int _jobs, _warehouse;
    private readonly RoutingIndexManager _manager;
    private readonly RoutingModel _routing;
    private readonly RoutingDimension _time;

    public OrTools(Problem problem)
    {
        _problem = problem;
        _jobs = problem.Jobs.Count;
        int[] homes = [.. problem.Technicians.Select(t => t.StartPlace!.Value).Distinct()];
        _home = [.. problem.Technicians.Select(t => _jobs + Array.IndexOf(homes, t.StartPlace!.Value))];
        _warehouse = _jobs + homes.Length;
        _places = [.. problem.Jobs.Select(j => j.Place), .. homes, .. problem.Technicians.SelectMany(_ => problem.Warehouses.Take(1)).Select(w => w.Place)];
        _manager = new RoutingIndexManager(_places.Length, problem.Technicians.Count, _home, _home);
        _routing = new RoutingModel(_manager);
        _time = AddTime();
        for (var job = 0; job < _jobs; job++) AddJob(job);
        for (var t = 0; t < problem.Technicians.Count; t++) AddTechnician(t);
        for (var part = 0; part < problem.Parts.Count; part++) AddStock(part);
        for (var tool = 0; tool < problem.Tools.Count; tool++) AddTool(tool);
    }

    private int _looks;

    private bool CountsDuration => _problem.Objective.Levels.Any(l => l.Any(t => t.Measure == Measure.Duration));

    /// <param name="seconds">CPU-seconds of this process from its start, as ours are counted; should it be starved, it may take thirty times as long.</param>
    public Plan Solve(double seconds)
    {
        var parameters = operations_research_constraint_solver.DefaultRoutingSearchParameters();
        parameters.FirstSolutionStrategy = FirstSolutionStrategy.Types.Value.ParallelCheapestInsertion;
        parameters.LocalSearchMetaheuristic = LocalSearchMetaheuristic.Types.Value.GuidedLocalSearch;
        parameters.TimeLimit = Duration.FromTimeSpan(TimeSpan.FromSeconds(30 * seconds));
        _routing.AddSearchMonitor(_routing.solver().MakeCustomLimit(() => ++_looks % 64 == 0 && Environment.CpuUsage.TotalTime.TotalSeconds > seconds));
        return _routing.SolveWithParameters(parameters) is { } solution ? PlanOf(solution) : new Plan([], [.. Enumerable.Range(0, _jobs).Select(j => new Unassigned(j, Rule.None))]);
    }

    private RoutingDimension AddTime()
    {
        var ways = Table((_, seconds) => seconds);
        var travel = _routing.RegisterTransitMatrix(ways);
        var busy = _routing.RegisterTransitMatrix(Table((from, seconds) => seconds + Length(from)));
        var horizon = _problem.Technicians.Max(t => (long)t.Shifts[0].To);
        _routing.AddDimension(busy, horizon, horizon, false, "time");
        var time = _routing.GetMutableDimension("time");
        if (CountsDuration) time.SetSpanCostCoefficientForAllVehicles(1);
        else _routing.SetArcCostEvaluatorOfAllVehicles(travel);
        foreach (var (technician, t) in _problem.Technicians.Select((x, i) => (x, i))) AddBreaks(time, technician.Shifts[0], t, busy);
        return time;
    }

    private long[][] Table(Func<int, int, long> of) =>
        [.. Enumerable.Range(0, _places.Length).Select(a => Enumerable.Range(0, _places.Length).Select(b => of(a, _places[a] == _places[b] ? 0 : _problem.Travel.Seconds(_places[a], _places[b]))).ToArray())];

    private long Length(int node) => node < _jobs ? _problem.Jobs[node].Duration : node >= _warehouse ? _problem.Warehouses[0].Duration : 0;

    private void AddBreaks(RoutingDimension time, Shift shift, int technician, int busy)
    {
        if (shift.Breaks.Count == 0) return;
        var breaks = new IntervalVarVector();
        foreach (var rest in shift.Breaks) breaks.Add(_routing.solver().MakeFixedDurationIntervalVar(rest.From, rest.To, rest.Length, false, "break"));
        time.SetBreakIntervalsOfVehicle(breaks, technician, busy, -1);
    }

    private void AddJob(int index)
    {
        var job = _problem.Jobs[index];
        var node = _manager.NodeToIndex(index);
        _routing.AddDisjunction([node], 1_000_000_000L * (1 + job.Priority));
        Window[] windows = [.. job.Windows.OrderBy(w => w.From)];
        if (windows.Length > 0) _time.CumulVar(node).SetRange(windows[0].From, windows.Max(w => w.To));
        for (var i = 1; i < windows.Length; i++)
            if (windows[i].From > windows[i - 1].To + 1) _time.CumulVar(node).RemoveInterval(windows[i - 1].To + 1, windows[i].From - 1);
        if (job.Skills.Count > 0) _routing.VehicleVar(node).SetValues([-1, .. Enumerable.Range(0, _problem.Technicians.Count).Where(t => Skilled(t, job)).Select(t => (long)t)]);
    }

    private bool Skilled(int technician, Job job) => job.Skills.All(need => _problem.Technicians[technician].Skills.Any(s => s.Id == need.Id && s.Level >= need.Level));

    private void AddTechnician(int technician)
    {
        var shift = _problem.Technicians[technician].Shifts[0];
        foreach (var end in (long[])[_routing.Start(technician), _routing.End(technician)]) _time.CumulVar(end).SetRange(shift.From, shift.To);
        _routing.AddVariableMinimizedByFinalizer(_time.CumulVar(_routing.End(technician)));
        if (CountsDuration) _routing.AddVariableMaximizedByFinalizer(_time.CumulVar(_routing.Start(technician)));
        if (_problem.Warehouses.Count == 0) return;
        var visit = _manager.NodeToIndex(_warehouse + technician);
        _routing.AddDisjunction([visit], 0);
        _routing.VehicleVar(visit).SetValues([-1, technician]);
        _time.CumulVar(visit).SetRange(_problem.Warehouses[0].Opens, Math.Min(_problem.Warehouses[0].Closes, shift.To));
    }

    private void AddStock(int part) => AddLoad($"part {part}",
        job => job.Parts.Where(p => p.Part == part).Sum(p => (long)p.Quantity),
        technician => technician.Stock.Where(s => s.Part == part).Sum(s => (long)s.Quantity));

    private void AddTool(int tool) => AddLoad($"tool {tool}",
        job => job.Tools.Contains(tool) ? 1 : 0,
        technician => technician.Tools.Contains(tool) ? _jobs : 0);

    /// <summary>What is used up counts up to a ceiling; a technician begins below it by what is on the van, and the warehouse sets the count back.</summary>
    private void AddLoad(string name, Func<Job, long> need, Func<Technician, long> stock)
    {
        long[] needs = [.. _problem.Jobs.Select(need)];
        var ceiling = needs.Sum();
        if (ceiling == 0) return;
        long[] byNode = [.. needs, .. new long[_warehouse - _jobs], .. Enumerable.Repeat(-ceiling, _places.Length - _warehouse)];
        _routing.AddDimension(_routing.RegisterUnaryTransitVector(byNode), ceiling, ceiling, false, name);
        var load = _routing.GetMutableDimension(name);
        for (var t = 0; t < _problem.Technicians.Count; t++)
        {
            load.CumulVar(_routing.Start(t)).SetValue(ceiling - Math.Min(ceiling, stock(_problem.Technicians[t])));
            load.SlackVar(_routing.Start(t)).SetValue(0);
        }
        for (var job = 0; job < _jobs; job++) load.SlackVar(_manager.NodeToIndex(job)).SetValue(0);
    }

    private Plan PlanOf(Assignment solution)
    {
        var routes = new List<Route>();
        for (var t = 0; t < _problem.Technicians.Count; t++)
            if (Stops(solution, t).ToList() is { Count: > 0 } stops)
                routes.Add(new(t, 0, (int)solution.Min(_time.CumulVar(_routing.Start(t))), (int)solution.Min(_time.CumulVar(_routing.End(t))), stops));
        var served = routes.SelectMany(r => r.Stops).Where(s => s.Kind == StopKind.Work).Select(s => s.Index).ToHashSet();
        return new(routes, [.. Enumerable.Range(0, _jobs).Where(j => !served.Contains(j)).Select(j => new Unassigned(j, Rule.None))]);
    }

    private IEnumerable<Stop> Stops(Assignment solution, int technician)
    {
        for (var at = solution.Value(_routing.NextVar(_routing.Start(technician))); !_routing.IsEnd(at); at = solution.Value(_routing.NextVar(at)))
        {
            var node = _manager.IndexToNode(at);
            var start = (int)solution.Min(_time.CumulVar(at));
            yield return node < _jobs
                ? new(StopKind.Work, node, 0, 1, start, start, start + _problem.Jobs[node].Duration)
                : new(StopKind.Warehouse, 0, 0, 1, start, start, start + _problem.Warehouses[0].Duration);
        }
    }
}

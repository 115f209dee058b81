namespace Callout.Optimizer.Judging;

/// <summary>A plan read once: its tours, and the stops of each job. Tours that cannot be read are reported and left out.</summary>
internal sealed class Reading
{
    private static readonly List<Visit> None = [];
    private readonly List<Visit>?[] _visits;

    public Reading(Problem problem, Plan plan, Findings findings)
    {
        (Problem, Plan) = (problem, plan);
        _visits = new List<Visit>?[problem.Jobs.Count];
        foreach (var route in plan.Routes)
            if (Unreadable(route) is { } reason) findings.Plan("tour.unknown", reason);
            else Add(new Tour(problem, route, Facts.On(problem, route)));
    }

    public Problem Problem { get; }
    public Plan Plan { get; }
    public List<Tour> Tours { get; } = [];

    /// <summary>The job's stops, by part.</summary>
    public IReadOnlyList<Visit> Visits(int job) => _visits[job] ?? None;

    /// <summary>Whether every part of the job is in the plan, once.</summary>
    public bool Served(int job)
    {
        var visits = Visits(job);
        if (visits.Count != Problem.Jobs[job].Stops()) return false;
        for (var part = 0; part < visits.Count; part++)
            if (visits[part].Stop.Part != part) return false;
        return true;
    }

    private void Add(Tour tour)
    {
        Tours.Add(tour);
        for (var position = 0; position < tour.Stops.Count; position++)
        {
            if (tour.Stops[position].Kind != StopKind.Work) continue;
            var visits = _visits[tour.Stops[position].Index] ??= new(1);
            var visit = new Visit(tour, position);
            var place = visits.FindIndex(v => v.Stop.Part > visit.Stop.Part);
            visits.Insert(place < 0 ? visits.Count : place, visit);
        }
    }

    private string? Unreadable(Route route)
    {
        if ((uint)route.Technician >= (uint)Problem.Technicians.Count) return $"A tour names technician {route.Technician}; there are {Problem.Technicians.Count}, counted from 0.";
        var technician = Problem.Technicians[route.Technician];
        if ((uint)route.Shift >= (uint)technician.Shifts.Count) return $"A tour names shift {route.Shift} of {technician.Id}, who has {technician.Shifts.Count}, counted from 0.";
        foreach (var stop in route.Stops)
            if (!Known(technician.Shifts[route.Shift], stop)) return $"{technician.Id}, shift {route.Shift + 1}: there is no {stop.Kind} {stop.Index} with a part {stop.Part}.";
        return null;
    }

    private bool Known(Shift shift, Stop stop) => stop.Kind switch
    {
        StopKind.Work => (uint)stop.Index < (uint)Problem.Jobs.Count && (uint)stop.Part < (uint)Problem.Jobs[stop.Index].Stops(),
        StopKind.Break => (uint)stop.Index < (uint)shift.Breaks.Count,
        StopKind.Warehouse => (uint)stop.Index < (uint)Problem.Warehouses.Count,
        StopKind.Commitment => (uint)stop.Index < (uint)shift.Commitments.Count,
        _ => false,
    };
}

/// <summary>A stop for a job, and where it stands.</summary>
internal readonly record struct Visit(Tour Tour, int Position)
{
    public Stop Stop => Tour.Stops[Position];
    public int Technician => Tour.Route.Technician;
    public bool Frozen => Position < Tour.Frozen;
}

namespace Callout.Optimizer.Judging;

/// <summary>Collects what is broken and puts names to it.</summary>
internal sealed class Findings(Problem problem)
{
    public List<Violation> All { get; } = [];

    public void Plan(string rule, string text) => All.Add(new(rule, text));

    public void Tour(string rule, Tour tour, string text) =>
        All.Add(new(rule, $"{Name(tour)}: {text}", tour.Route.Technician, tour.Route.Shift));

    public void Stop(string rule, Tour tour, int position, string text)
    {
        var stop = tour.Stops[position];
        All.Add(new(rule, $"{Name(tour)}, stop {position + 1} ({Name(stop)}): {text}", tour.Route.Technician, tour.Route.Shift, position,
            stop.Kind == StopKind.Work ? stop.Index : null));
    }

    public void Job(string rule, int job, string text) => All.Add(new(rule, $"Job {problem.Jobs[job].Id}: {text}", Job: job));

    private static string Name(Tour tour) => $"{tour.Technician.Id}, shift {tour.Route.Shift + 1}";

    private string Name(Stop stop) => stop.Kind switch
    {
        StopKind.Work => $"job {problem.Jobs[stop.Index].Id}",
        StopKind.Warehouse => $"warehouse {problem.Warehouses[stop.Index].Id}",
        StopKind.Break => $"break {stop.Index + 1}",
        _ => $"commitment {stop.Index + 1}",
    };
}

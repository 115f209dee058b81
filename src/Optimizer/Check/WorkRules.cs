namespace Callout.Optimizer.Judging;

/// <summary>Section 4 of the readme: how long work lasts and when it may start; and the same for stops at warehouses (section 9).</summary>
internal sealed class WorkRules(Reading reading, Findings findings)
{
    public void Judge()
    {
        foreach (var tour in reading.Tours)
            for (var position = tour.Frozen; position < tour.Stops.Count; position++)
                if (tour.Stops[position].Kind == StopKind.Work) Work(tour, position);
                else if (tour.Stops[position].Kind == StopKind.Warehouse) Warehouse(tour, position);
    }

    private void Work(Tour tour, int position)
    {
        var stop = tour.Stops[position];
        var job = reading.Problem.Jobs[stop.Index];
        Lasts("work.duration", tour, position, job.SecondsFor(reading.Problem, tour.Route.Technician, stop.Part));
        if (job.Windows.Count > 0 && !job.Windows.Any(w => w.Allows(stop.Start))) findings.Stop("work.window", tour, position, $"it starts at {stop.Start}, outside {Name(job.Windows)}.");
        if (stop.Part == 0 && job.Promise is { BreakPrice: null } promise && !promise.Holds(stop.Start)) findings.Stop("work.promise", tour, position, $"it starts at {stop.Start}; promised is {promise.From} to {promise.To}.");
        if (job.Lock?.Start is { } start && stop.Start != start) findings.Stop("work.lock", tour, position, $"it starts at {stop.Start}, but is locked to {start}.");
    }

    private void Warehouse(Tour tour, int position)
    {
        var stop = tour.Stops[position];
        var warehouse = reading.Problem.Warehouses[stop.Index];
        Lasts("warehouse.duration", tour, position, warehouse.Duration);
        if (stop.Start < warehouse.Opens || stop.Start > warehouse.Closes) findings.Stop("warehouse.closed", tour, position, $"it starts at {stop.Start}; the warehouse serves from {warehouse.Opens} to {warehouse.Closes}.");
    }

    private void Lasts(string rule, Tour tour, int position, long seconds)
    {
        var stop = tour.Stops[position];
        if ((long)stop.End - stop.Start != seconds) findings.Stop(rule, tour, position, $"it lasts {(long)stop.End - stop.Start} s, not {seconds} s.");
    }

    private static string Name(IReadOnlyList<Window> windows) =>
        windows.Count == 1 ? $"its window from {windows[0].From} to {windows[0].To}" : $"all of its {windows.Count} windows";
}

/// <summary>Whether a start lies where it may.</summary>
internal static class Windows
{
    public static bool Allows(this Window window, int start) =>
        (start >= window.From || window.EarlyPerMinute is not null) && (start <= window.To || window.LatePerMinute is not null);

    public static bool Holds(this Promise promise, int start) => start >= promise.From && start <= promise.To;
}

using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>Times for a row of stops without breaks: done as early as can be, begun as late as that allows.</summary>
internal sealed class Timetable(Problem problem, int technician)
{
    private readonly int _home = problem.Technicians[technician].StartPlace!.Value;
    private readonly Shift _shift = problem.Technicians[technician].Shifts[0];

    public Route Of(IReadOnlyList<(StopKind Kind, int Index)> row)
    {
        var (_, done) = Forward(row, _shift.From);
        var leaves = Math.Max(_shift.From, Backward(row, done));
        var (stops, returns) = Forward(row, leaves);
        return new(technician, 0, leaves, returns, stops);
    }

    private (Stop[] Stops, int Returns) Forward(IReadOnlyList<(StopKind Kind, int Index)> row, int leaves)
    {
        var stops = new Stop[row.Count];
        var (at, clock) = (_home, leaves);
        for (var i = 0; i < stops.Length; i++)
        {
            var (place, from, _, length) = Facts(row[i]);
            var arrive = clock + problem.Travel.Seconds(at, place);
            var start = Math.Max(arrive, from);
            (at, clock) = (place, start + length);
            stops[i] = new(row[i].Kind, row[i].Index, 0, 1, arrive, start, clock);
        }
        return (stops, clock + problem.Travel.Seconds(at, _home));
    }

    /// <summary>The last moment to leave and still be done by then.</summary>
    private int Backward(IReadOnlyList<(StopKind Kind, int Index)> row, int done)
    {
        var (at, latest) = (_home, done);
        for (var i = row.Count - 1; i >= 0; i--)
        {
            var (place, _, to, length) = Facts(row[i]);
            latest = Math.Min(to, latest - problem.Travel.Seconds(place, at) - length);
            at = place;
        }
        return latest - problem.Travel.Seconds(_home, at);
    }

    private (int Place, int From, int To, int Length) Facts((StopKind Kind, int Index) stop)
    {
        if (stop.Kind == StopKind.Warehouse)
        {
            var warehouse = problem.Warehouses[stop.Index];
            return (warehouse.Place, warehouse.Opens, warehouse.Closes, warehouse.Duration);
        }
        var job = problem.Jobs[stop.Index];
        return (job.Place, job.Windows[0].From, job.Windows[0].To, job.Duration);
    }
}

using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary>Puts a technician's breaks into the gaps between work whose starts are known: each as early as it may be, whole before or after the drive.</summary>
internal sealed class Rests(Problem problem, int technician)
{
    private readonly Technician _who = problem.Technicians[technician];
    private readonly List<Stop> _stops = [];
    private int _next, _clock;

    public Route Around(IReadOnlyList<(int Job, int Start)> visits)
    {
        var shift = _who.Shifts[0];
        _clock = shift.From;
        int? at = _who.StartPlace;
        foreach (var (index, start) in visits)
        {
            var job = problem.Jobs[index];
            var arrive = Arrive(Drive(at, job.Place), start);
            _stops.Add(new(StopKind.Work, index, 0, 1, Math.Min(arrive, start), start, start + job.Duration));
            (at, _clock) = (job.Place, start + job.Duration);
        }
        var returns = Arrive(Drive(at, _who.EndPlace), shift.To);
        return new(technician, 0, shift.From, returns, _stops);
    }

    /// <summary>When the technician is there, having taken whatever breaks fit on this side of <paramref name="until"/>.</summary>
    private int Arrive(int drive, int until)
    {
        while (Fits(_clock, drive, until) is { } before) Take(before);
        _clock += drive;
        while (Fits(_clock, 0, until) is { } after) Take(after);
        return _clock;
    }

    private int? Fits(int from, int drive, int until)
    {
        if (_next == _who.Shifts[0].Breaks.Count) return null;
        var rest = _who.Shifts[0].Breaks[_next];
        var start = Math.Max(rest.From, from);
        return start <= rest.To && start + rest.Length + drive <= until ? start : null;
    }

    private void Take(int start)
    {
        var end = start + _who.Shifts[0].Breaks[_next].Length;
        _stops.Add(new(StopKind.Break, _next++, 0, 1, start, start, end));
        _clock = end;
    }

    private int Drive(int? from, int? to) => from is { } a && to is { } b && a != b ? problem.Travel.Seconds(a, b) : 0;
}

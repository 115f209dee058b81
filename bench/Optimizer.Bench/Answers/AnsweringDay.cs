using Callout.Optimize;

namespace Callout.Optimizer.Bench;

/// <summary>The day of 500 technicians and 4,000 jobs, planned once, about which questions are asked.</summary>
internal sealed class AnsweringDay
{
    private const int Day = 86_400, Days = 14;

    public AnsweringDay(Options options)
    {
        Problem = Instance.Read("day", Path.Combine(options.Instances, "service-days", "day_500_4000.json")).Problem;
        var began = Environment.CpuUsage.TotalTime.TotalSeconds;
        Plan = Solver.Solve(Problem, new Until { Seconds = options.Seconds, Elapsed = () => Environment.CpuUsage.TotalTime.TotalSeconds - began }).Plan;
    }

    public Problem Problem { get; }
    public Plan Plan { get; }

    /// <summary>The same day with new jobs that nobody has planned: each does what one job wants at the place and in the window of another.</summary>
    /// <param name="long">Whether the work takes three hours and must begin within a quarter of one, so that most fit nowhere.</param>
    public Problem WithCallers(int count, bool @long = false)
    {
        var random = new Random(1);
        Job Any() => Problem.Jobs[random.Next(Problem.Jobs.Count)];
        Job Caller(int i) => Any() with { Id = $"caller {i}", Place = Any().Place, Windows = Any().Windows };
        Job Long(Job job) => job with { Duration = 3 * 3600, Skills = [.. job.Skills.Concat(Any().Skills).Distinct()], Windows = [.. job.Windows.Select(w => new Window(w.From, Math.Min(w.To, w.From + 900)))] };
        return Problem.With(jobs: [.. Problem.Jobs, .. Enumerable.Range(0, count).Select(i => @long ? Long(Caller(i)) : Caller(i))]).Checked();
    }

    /// <summary>Fourteen such days one after the other, the first as full as the plan is, each later one emptier, and callers who would take any of them.</summary>
    public (Problem Problem, Plan Plan, IReadOnlyList<Promise> Windows) Fortnight(int callers)
    {
        var jobs = new List<Job>();
        var routes = new List<Route>();
        for (var day = 0; day < Days; day++)
        {
            var later = day * Day;
            foreach (var route in Plan.Routes)
            {
                var stops = new List<Stop>();
                foreach (var stop in route.Stops)
                {
                    if (stop.Kind == StopKind.Work && stop.Index % Days < day) continue;
                    stops.Add(stop with { Index = stop.Kind == StopKind.Work ? jobs.Count : stop.Index, Arrive = stop.Arrive + later, Start = stop.Start + later, End = stop.End + later });
                    if (stop.Kind == StopKind.Work) jobs.Add(Problem.Jobs[stop.Index] with { Id = $"{day} {Problem.Jobs[stop.Index].Id}", Windows = [.. Problem.Jobs[stop.Index].Windows.Select(w => new Window(w.From + later, w.To + later))] });
                }
                if (stops.Any(s => s.Kind == StopKind.Work)) routes.Add(route with { Shift = day, Leaves = route.Leaves + later, Returns = route.Returns + later, Stops = stops });
            }
        }
        var random = new Random(2);
        var first = jobs.Count;
        for (var i = 0; i < callers; i++) jobs.Add(Problem.Jobs[random.Next(Problem.Jobs.Count)] with { Id = $"caller {i}", Windows = [] });
        var technicians = Problem.Technicians.Select(t => t with { Shifts = [.. Enumerable.Range(0, Days).Select(day => Later(t.Shifts[0], day * Day))] });
        var plan = new Plan(routes, [.. Enumerable.Range(first, callers).Select(j => new Unassigned(j, Rule.None))]);
        Promise[] windows = [.. from day in Enumerable.Range(0, Days) from hour in new[] { 8, 10, 12, 14, 16 } select new Promise(day * Day + hour * 3600, day * Day + (hour + 2) * 3600)];
        return (Problem.With(technicians: [.. technicians], jobs: jobs).Checked(), plan, windows);
    }

    private static Shift Later(Shift shift, int by) => shift with { From = shift.From + by, To = shift.To + by, Breaks = [.. shift.Breaks.Select(b => b with { From = b.From + by, To = b.To + by })] };
}

using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Callout.Optimizer.Bench;

/// <summary>How fast questions about a plan are answered, and whether the answers hold.</summary>
internal sealed class AnswersBench(Options options)
{
    public static readonly IReadOnlyList<string> Names = ["insert", "slots", "repair", "explain"];

    private const int WarmUp = 150, Questions = 500, EachJudged = 25, Repairs = 5;

    private readonly AnsweringDay _day = new(options);
    private readonly StringBuilder _text = new();
    private int _wrong, _judged;

    /// <summary>Whether all that was judged holds.</summary>
    public bool Holds => _wrong == 0;

    public string Report(string set)
    {
        _text.Clear();
        (_wrong, _judged) = (0, 0);
        Line($"{set}: {Told(set)}");
        Line(string.Create(CultureInfo.InvariantCulture, $"./do bench optimizer --set {set} --seconds {options.Seconds}"));
        Line($"The plan in force took {options.Seconds} CPU-s on one thread and leaves out {_day.Plan.Unassigned.Count} jobs.");
        Line($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, load {Load()}, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}\n");
        Line(Stopwatches.Head);
        switch (set)
        {
            case "insert": Insert(); break;
            case "slots": Slots(); break;
            case "repair": Repair(); break;
            case "explain": Explain(); break;
        }
        Line($"\n{_judged} answers were judged, {_wrong} do not hold");
        return _text.ToString();
    }

    private static string Told(string set) => set switch
    {
        "insert" => "the best place of a new job on each of 500 tours with 4,000 jobs, ranked",
        "slots" => "70 windows of two hours over 14 days for 500 technicians (7,000 tours), ranked",
        "repair" => "a technician with 8 jobs is ill, 500 x 4,000",
        _ => "why a new job of three hours does not fit, 500 x 4,000, with the smallest relaxations",
    };

    private void Insert()
    {
        var problem = _day.WithCallers(WarmUp + Questions);
        var planner = new Planner(problem, _day.Plan);
        var times = new Stopwatches();
        for (var i = 0; i < WarmUp + Questions; i++)
        {
            var job = problem.Jobs.Count - 1 - i;
            var insertion = i < WarmUp ? planner.Insert(job) : times.Time(() => planner.Insert(job));
            if (i % EachJudged == 0 && insertion.Offers.Count > 0) Judge(problem, insertion.Offers[0].Apply(), job);
        }
        Line(times.Row("insert"));
    }

    private void Slots()
    {
        var (problem, plan, windows) = _day.Fortnight(WarmUp + Questions / 2);
        var planner = new Planner(problem, plan);
        var (times, offered) = (new Stopwatches(), 0);
        for (var i = 0; i < WarmUp + Questions / 2; i++)
        {
            var job = problem.Jobs.Count - 1 - i;
            var slots = i < WarmUp ? planner.Slots(job, windows) : times.Time(() => planner.Slots(job, windows));
            offered += slots.Count(s => s.Best is not null);
            if (i % (EachJudged * 2) == 0 && slots[0].Best is { } best) Judge(problem.With(job, j => j with { Promise = slots[0].Window }).Checked(), best.Apply(), job);
        }
        Line(times.Row("slots"));
        Line($"{problem.Jobs.Count} jobs; of {windows.Count} windows {(double)offered / (WarmUp + Questions / 2):F1} are offered on average");
    }

    private void Explain()
    {
        var problem = _day.WithCallers(2 * Questions, @long: true);
        var planner = new Planner(problem, _day.Plan);
        int[] callers = [.. Enumerable.Range(_day.Problem.Jobs.Count, 2 * Questions)];
        int[] homeless = [.. callers.Where(j => planner.Insert(j).Offers.Count == 0)];
        var (unserved, served, relaxations) = (new Stopwatches(), new Stopwatches(), 0);
        for (var i = 0; i < homeless.Length; i++)
        {
            var explanation = i < Math.Min(WarmUp, homeless.Length / 4) ? planner.Explain(homeless[i]) : unserved.Time(() => planner.Explain(homeless[i]));
            relaxations += explanation.Relaxations.Count;
            foreach (var relaxation in explanation.Relaxations.Where(_ => i % EachJudged == 0))
                Hold(new Planner(relaxation.Apply(problem), relaxation.Apply(planner.Plan)).Insert(homeless[i]).Offers.Count > 0);
        }
        for (var job = 0; job < WarmUp + Questions / 2; job++)
            if (job < WarmUp) planner.Explain(job);
            else served.Time(() => planner.Explain(job));
        Line(unserved.Row("why a job does not fit"));
        Line(served.Row("why a served job is where it is"));
        Line($"{homeless.Length} of {callers.Length} new jobs fit nowhere; {(double)relaxations / Math.Max(1, homeless.Length):F1} relaxations each");
    }

    /// <summary>Each repair thinks for two seconds, then another one for twenty from the same state: what is frozen is the same, and so are the weights.</summary>
    private void Repair()
    {
        var (first, settled, far) = (new Stopwatches(), new List<double>(), new List<double>());
        var ill = _day.Plan.Routes.Where(r => r.Stops.Count(s => s.Kind == StopKind.Work) == 8).Take(Repairs + 1).ToArray();
        foreach (var (route, i) in ill.Select((r, i) => (r, i)))
        {
            var short1 = Once(route, 1, 1, i == 0 ? null : first);
            var long20 = Once(route, 20, 2, null);
            Judge(short1.Problem, short1.Plan, -1);
            if (i == 0) continue;
            far.Add(Far(short1, long20));
            settled.Add(Far(Once(route, 2, 1, null), long20));
        }
        Line(first.Row("first feasible plan"));
        Line(string.Create(CultureInfo.InvariantCulture, $"travel after 1 CPU-s against 20 CPU-s: {far.Average():+0.000;-0.000} % on average, {far.Max():+0.000;-0.000} % at worst; after 2 CPU-s {settled.Average():+0.000;-0.000} %, {settled.Max():+0.000;-0.000} %"));
    }

    private Repaired Once(Route ill, double seconds, ulong seed, Stopwatches? first)
    {
        var (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var planner = new Planner(_day.Problem, _day.Plan);
        (cpu, clock) = (Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        var said = false;
        var until = new Until { Seconds = seconds, Elapsed = () => (Environment.CpuUsage.TotalTime - cpu).TotalSeconds };
        return planner.Repair(new TechnicianOut(ill.Technician, ill.Leaves - 1, ill.Returns + 1), until, new RepairOptions { Seed = seed, Report = Said });

        void Said(Plan plan)
        {
            if (!said) first?.Add(Environment.CpuUsage.TotalTime - cpu, Stopwatch.GetElapsedTime(clock));
            said = true;
        }
    }

    /// <summary>How much more one drives than the other, in percent.</summary>
    private static double Far(Repaired mine, Repaired theirs) => 100 * (Travel(mine) / Travel(theirs) - 1);

    private static double Travel(Repaired repaired) => (double)Score.Of(repaired.Problem, repaired.Plan).Total[Measure.TravelTime];

    private void Judge(Problem problem, Plan plan, int job) =>
        Hold(Check.Of(problem, plan).Obeys && (job < 0 || plan.Routes.Any(r => r.Stops.Any(s => s.Kind == StopKind.Work && s.Index == job))));

    private void Hold(bool holds)
    {
        _judged++;
        if (!holds) _wrong++;
    }

    /// <summary>How many others wanted a core in the last minute: what the clock says is worth as much.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "unknown";

    private void Line(string text) => _text.Append(text.TrimEnd()).Append('\n');
}

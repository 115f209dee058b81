using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Callout.Optimizer;

namespace Callout.Optimize;

/// <summary><c>callout optimize</c>: reads a problem, thinks, judges its own plan and writes it.</summary>
public sealed class OptimizeVerb
{
    private readonly OptimizeOptions _options;
    private readonly Func<double> _clock;
    private readonly TextWriter _answer, _talk;

    private OptimizeVerb(OptimizeOptions options, TextWriter answer, TextWriter talk) =>
        (_options, _clock, _answer, _talk) = (options, Clock(options), answer, talk);

    /// <summary>0 when all went well, 2 for arguments and files that cannot be understood, 3 for a plan that our judge refuses.</summary>
    public static int Run(IReadOnlyList<string> args, TextWriter? answer = null, TextWriter? talk = null)
    {
        try { return new OptimizeVerb(OptimizeOptions.Read(args), answer ?? Console.Out, talk ?? Console.Error).Run(); }
        catch (Exception e) when (e is Unreadable or InvalidProblem)
        {
            (talk ?? Console.Error).WriteLine($"callout optimize: {e.Message}");
            return 2;
        }
    }

    private int Run()
    {
        var instance = Instance.Read(_options.Format, _options.File);
        var start = _options.Start is { } file ? instance.ReadSolution(file) : null;
        RefuseUnwritable(_options.Out);
        var result = Solve(instance.Problem, start);
        instance.Write(result.Plan, _options.Out);
        var obeys = Judge(instance.Problem, result.Plan);
        _answer.WriteLine(Told(instance.Problem, result).ToJson());
        return obeys ? 0 : 3;
    }

    private SolveResult Solve(Problem problem, Plan? start)
    {
        using var stop = new CancellationTokenSource();
        using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var until = new Until { Seconds = Math.Max(0, _options.Seconds - _clock() - Finishing(problem)), Iterations = _options.Iterations, Elapsed = _clock };
        return Solver.Solve(problem, until, new SolveOptions { Seed = _options.Seed, Threads = _options.Threads, Start = start, Cancel = stop.Token, Report = new Reporter(_clock, _talk).Say });

        void Stop(PosixSignalContext signal)
        {
            signal.Cancel = true;
            stop.Cancel();
        }
    }

    /// <summary>Counts from the start of the process, so that reading the file and compiling are paid for as well.</summary>
    private static Func<double> Clock(OptimizeOptions options)
    {
        if (options.CountsCpu) return () => Environment.CpuUsage.TotalTime.TotalSeconds;
        var before = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalSeconds;
        var since = Stopwatch.GetTimestamp();
        return () => before + Stopwatch.GetElapsedTime(since).TotalSeconds;
    }

    /// <summary>Seconds for writing and judging the plan, which belong to the budget as well.</summary>
    private static double Finishing(Problem problem) => 0.2 + problem.Jobs.Count / 40_000.0;

    private Summary Told(Problem problem, SolveResult result)
    {
        var summary = Summary.Of(_options.File, problem, result.Plan, _options.Seed, _options.Threads);
        var seconds = _options.CountsCpu ? summary.CpuSeconds : summary.WallSeconds;
        return summary with { Iterations = result.Iterations, IterationsPerSecond = Math.Round(result.Iterations / Math.Max(0.01, seconds)) };
    }

    private bool Judge(Problem problem, Plan plan)
    {
        var verdict = Check.Of(problem, plan);
        foreach (var violation in verdict.Violations.Take(20)) _talk.WriteLine($"broken rule {violation.Rule}: {violation.Text}");
        return verdict.Obeys;
    }

    /// <summary>Before thinking, not after.</summary>
    private static void RefuseUnwritable(string path)
    {
        try { File.OpenWrite(path + ".part").Dispose(); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { throw new Unreadable(e.Message); }
    }
}

/// <summary>A line now and then about how far the search is.</summary>
internal sealed class Reporter(Func<double> clock, TextWriter talk)
{
    private double _last = double.NegativeInfinity;

    public void Say(Progress progress)
    {
        if (clock() is var now && now < _last + 1) return;
        _last = now;
        talk.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{now,7:F1} s {100 * progress.Done,5:F1} % {progress.Iterations,12} iterations, {progress.Unserved} unserved"));
    }
}

using System.Globalization;
using Callout.Optimize;

namespace Callout.Optimizer.Bench;

/// <summary>One variant of a day solved and judged, with the summary of <c>callout optimize</c>: <c>rule NAME DAY SECONDS SEED THREADS</c>.</summary>
internal static class RuleRun
{
    public static int Run(string[] args)
    {
        var (name, seconds, seed, threads) = (args[0], double.Parse(args[2], CultureInfo.InvariantCulture), ulong.Parse(args[3]), int.Parse(args[4]));
        var problem = new RuleVariants(Instance.Read("day", args[1]).Problem).Of(name).Checked();
        var until = new Until { Seconds = seconds, Elapsed = () => Environment.CpuUsage.TotalTime.TotalSeconds };
        var result = Solver.Solve(problem, until, new SolveOptions { Seed = seed, Threads = threads });
        var summary = Summary.Of(name, problem, result.Plan, seed, threads);
        Console.WriteLine((summary with { Iterations = result.Iterations, IterationsPerSecond = Math.Round(result.Iterations / summary.CpuSeconds) }).ToJson());
        foreach (var violation in Check.Of(problem, result.Plan).Violations.Take(1)) Console.Error.WriteLine($"broken rule {violation.Rule}: {violation.Text}");
        return 0;
    }
}

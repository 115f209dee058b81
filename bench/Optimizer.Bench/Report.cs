using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Callout.Optimizer.Bench;

/// <summary>The runs of one set as a table: each instance, then the mean of the whole and of each family.</summary>
internal sealed class Report(string set, Options options, IReadOnlyList<Run> runs)
{
    private readonly StringBuilder _text = new();

    public override string ToString()
    {
        Head();
        foreach (var solver in runs.GroupBy(r => r.Solver)) Table(solver.Key, [.. solver]);
        return _text.ToString();
    }

    private void Head()
    {
        var budget = options.Iterations is { } iterations ? $"{iterations} iterations or " : "";
        Line($"{set}: {budget}{options.Seconds} {(options.Threads == 1 ? "CPU-s on one thread" : $"s by the clock on {options.Threads} threads")}, {options.Seeds} seed(s), {options.Parallel} at a time");
        Line($"{DateTime.UtcNow:yyyy-MM-dd HH:mm} UTC, {Environment.ProcessorCount} cores, {RuntimeInformation.ProcessArchitecture}, {RuntimeInformation.FrameworkDescription}; load {Load()} when it ended");
    }

    /// <summary>How many wanted a core in the last minutes: what the clock says is worth as much.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "unknown";

    private void Table(string solver, Run[] mine)
    {
        Line($"\n{solver}");
        Line($"{"instance",-18}{"best known",12}{"cost",16}{"gap %",9}{"worst %",9}{"unserved",9}{"iter/s",10}{"cpu s",8}{"wall s",8}{"peak MB",9}");
        foreach (var instance in mine.GroupBy(r => r.Entry.Name)) Row([.. instance]);
        var groups = mine.GroupBy(r => r.Entry.Group).OrderBy(g => g.Key).ToArray();
        if (groups.Length > 1) foreach (var group in groups) Mean($"mean {group.Key}", [.. group]);
        Mean("mean", mine);
    }

    private void Row(Run[] of)
    {
        foreach (var wrong in of.Where(r => r.Judged.Wrong is not null)) Line($"{wrong.Entry.Name,-18}seed {wrong.Seed}: {wrong.Judged.Wrong!.Split('\n')[0]}");
        var good = of.Where(r => r.Judged.Cost is not null).ToArray();
        if (good.Length == 0) return;
        Line($"{of[0].Entry.Name,-18}{Number(of[0].Entry.Best, 1),12}{Number(good.Average(r => r.Judged.Cost), 1),16}{Number(good.Average(r => r.Gap), 2),9}{Number(good.Max(r => r.Gap), 2),9}"
            + $"{Number(good.Average(r => r.Judged.Unserved), 1),9}{Figures(good)}");
    }

    private void Mean(string name, Run[] of)
    {
        var good = of.Where(r => r.Judged.Cost is not null).ToArray();
        var failed = of.Length - good.Length;
        if (good.Length == 0) Line($"{name}: nothing valid");
        else Line($"{name,-18}{"",12}{"",16}{Number(good.Average(r => r.Gap), 3),9}{Number(good.Max(r => r.Gap), 2),9}{Number(good.Average(r => r.Judged.Unserved), 1),9}{Figures(good)}{(failed > 0 ? $"  {failed} of {of.Length} failed" : "")}");
    }

    private static string Figures(Run[] of)
    {
        var summaries = of.Select(r => r.Summary!).ToArray();
        return $"{Number(summaries.Average(s => s.IterationsPerSecond), 0),10}{Number(summaries.Average(s => s.CpuSeconds), 1),8}{Number(summaries.Average(s => s.WallSeconds), 1),8}{Number(summaries.Max(s => s.PeakMegabytes), 0),9}";
    }

    private static string Number(double? number, int digits) => number?.ToString($"F{digits}", CultureInfo.InvariantCulture) ?? "-";

    private void Line(string text) => _text.Append(text.TrimEnd()).Append('\n');
}

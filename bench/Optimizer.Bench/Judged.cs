using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Callout.Optimize;

namespace Callout.Optimizer.Bench;

/// <summary>A solution file as two judges see it: our own, and the checker that comes with the instances.</summary>
/// <param name="Cost">By the checker: cost, or travel seconds of a day.</param>
/// <param name="Wrong">What either of them finds wrong.</param>
internal sealed record Judged(double? Cost, int Unserved, string? Wrong)
{
    private const string Broken = "broken rule";

    /// <summary>Variants that no checker knows: by what the run found out about itself.</summary>
    public static Judged ByOurselves(Summary summary, string complaint) =>
        complaint.StartsWith(Broken, StringComparison.Ordinal) ? new(null, summary.Unserved, complaint) : new((double)summary.Levels[^1], summary.Unserved, null);

    public static Judged By(Options options, Entry entry, string solution, string complaint)
    {
        var (answer, wrong) = Checker(Path.Combine(options.Instances, "check.py"), entry, solution);
        if (complaint.Split('\n').FirstOrDefault(line => line.StartsWith(Broken, StringComparison.Ordinal)) is { } broken) wrong ??= broken;
        var instance = Instance.Read(entry.Format, entry.File);
        var plan = instance.ReadSolution(solution);
        if (Check.Of(instance.Problem, plan).Violations is [var first, ..]) wrong ??= $"our judge: {first.Text}";
        return new(wrong is null ? CostIn(entry, answer) : null, plan.Unassigned.Count, wrong);
    }

    private static double CostIn(Entry entry, string answer) => entry.Format == "day"
        ? JsonDocument.Parse(answer).RootElement.GetProperty("travel_s").GetDouble()
        : double.Parse(answer, CultureInfo.InvariantCulture);

    private static (string Answer, string? Wrong) Checker(string checker, Entry entry, string solution)
    {
        using var python = Process.Start(new ProcessStartInfo("python3", [checker, entry.Format, entry.File, solution]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var complaint = python.StandardError.ReadToEndAsync();
        var answer = python.StandardOutput.ReadToEnd().Trim();
        python.WaitForExit();
        return (answer, python.ExitCode == 0 ? null : answer + complaint.Result);
    }
}

using System.Diagnostics;

namespace Callout.House.Bench;

/// <summary>From the start of the process to its first answer, on a database that is there already; and what it holds when idle.</summary>
internal static class StartBench
{
    public static async Task Run(Options options, Report report)
    {
        (await options.Start()).Dispose();
        List<(double Wall, double Cpu, double Resident)> starts = [];
        for (var run = 0; run < options.Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            using var server = await options.Start();
            var (wall, process) = (watch.Elapsed.TotalSeconds, Process.GetProcessById(server.Id));
            var cpu = process.TotalProcessorTime.TotalSeconds;
            await Task.Delay(3000);
            process.Refresh();
            starts.Add((wall, cpu, process.WorkingSet64 / 1048576.0));
        }

        var median = starts.Order().ElementAt(starts.Count / 2);
        report.Add("s to the first answer", median.Wall);
        report.Add("CPU s to the first answer", median.Cpu);
        report.Add("MB resident when idle", median.Resident);
    }
}

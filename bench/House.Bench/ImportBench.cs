using System.Diagnostics;

namespace Callout.House.Bench;

/// <summary>`callout import requests` of the real file, and a second time; whatever it costs counts, on the server's side and on the command's.</summary>
internal static class ImportBench
{
    private const string File = "boston311/boston311_2015H1_dev.csv.gz";

    private static readonly Guid Branch = Guid.CreateVersion7();

    public static async Task Run(Options options, Report report)
    {
        var file = PublicData.At(File) ?? throw new InvalidOperationException($"../shared/data/{File} is not here.");
        using var server = await options.Start();
        foreach (var run in new[] { "first", "second" })
        {
            var (cpu, watch) = (Cpu(server), Stopwatch.StartNew());
            var said = await Import(options, server, file);
            report.Add($"{run} run, s", watch.Elapsed.TotalSeconds);
            report.Add($"{run} run, CPU s of the server", Cpu(server) - cpu);
            foreach (var (name, count) in Counts(said)) report.Add($"{run} run, {name}", count);
        }
    }

    private static async Task<string> Import(Options options, ServerProcess server, string file)
    {
        var (program, before) = options.Program;
        var start = new ProcessStartInfo(program) { RedirectStandardError = true };
        start.Environment["CALLOUT_KEY"] = await server.Key;
        foreach (var argument in before.Concat([
            "import", "requests", file, "--map", Path.Combine("docs", "samples", "requests-311.json"), "--apply", "--set", $"branch={Branch}",
            "--url", server.Url.ToString(), "--out", Path.Combine(options.Folder, "rows")])) start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return said.TrimEnd().Split('\n')[^1];
    }

    // "58119 rows in 40.1 s: 58119 taken in, 0 known before, 0 rejected, 1 to look at"
    private static IEnumerable<(string Name, int Count)> Counts(string said) =>
        said.Split(": ") is [_, var counts] ? counts.Split(", ").Select(c => c.Split(' ', 2)).Select(c => (c[1], int.Parse(c[0]))) : throw new InvalidOperationException(said);

    private static double Cpu(ServerProcess server) => Process.GetProcessById(server.Id).TotalProcessorTime.TotalSeconds;
}

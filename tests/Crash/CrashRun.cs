using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Crash;

/// <summary>Kills the server under load, again and again, and looks after each time whether it kept its word.</summary>
public sealed class CrashRun(string data, string? postgres, int nodes, bool broken, string program)
{
    private readonly string journal = Path.Combine(data, "acknowledged");
    private readonly List<double> ready = [];
    private readonly Random random = new(4711);

    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        string? Value(string name) => args.SkipWhile(a => a != name).Skip(1).FirstOrDefault();
        var data = Path.Combine(Path.GetTempPath(), $"callout-crash-{Environment.ProcessId}");
        var run = new CrashRun(data, Value("--postgres"), int.Parse(Value("--nodes") ?? "1"), args.Contains("--broken"), "Callout.Crash");
        var faults = await run.Cycles(int.Parse(Value("--cycles") ?? "15"), Console.WriteLine);
        Directory.Delete(data, recursive: true);
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>What was found wrong; ends with the first cycle that finds anything.</summary>
    public async Task<IReadOnlyList<string>> Cycles(int count, Action<string> say)
    {
        Directory.CreateDirectory(data);
        List<ServerProcess> servers = [await Start()];
        var key = await servers[0].Key;
        while (servers.Count < nodes) servers.Add(await Start());
        for (var cycle = 1; cycle <= count; cycle++)
        {
            using var load = new Load([.. servers.Select(s => s.Url)], key, journal);
            await KillUnder(load, servers);
            await load.SendAgainTo(servers[0].Url);
            var faults = await Judge();
            say($"cycle {cycle}: {Load.Acknowledged(journal).Count} acknowledged, ready after {ready[^1]:0.0} s{string.Concat(faults.Select(f => $"; {f}"))}");
            if (faults.Count == 0) continue;
            servers.ForEach(s => s.Dispose());
            return faults;
        }

        servers.ForEach(s => s.Dispose());
        say($"{count} kills, nothing lost, nothing twice; ready again after {ready.Order().ElementAt(ready.Count / 2):0.0} s at the median, {ready.Max():0.0} s at most.");
        return [];
    }

    private async Task KillUnder(Load load, List<ServerProcess> servers)
    {
        using var stop = new CancellationTokenSource();
        var running = load.Run(stop.Token);
        await Task.Delay(random.Next(200, 3000), CancellationToken.None);
        var victim = random.Next(servers.Count);
        servers[victim].Kill();
        await stop.CancelAsync();
        await running;
        var watch = Stopwatch.StartNew();
        servers[victim] = await Start();
        ready.Add(watch.Elapsed.TotalSeconds);
    }

    private async Task<List<string>> Judge()
    {
        var books = new Books(data, postgres);
        List<string> faults = [];
        // The feed follows the ledger; it is given a moment to come to the end.
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(20); await Task.Delay(200))
            if ((faults = await books.Faults(Load.Acknowledged(journal))).Count == 0) break;
        await using var app = App.Server.Build(data, postgres, App.Modules.All);
        if ((await app.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Fault is { } fault) faults.Add(fault);
        return faults;
    }

    private Task<ServerProcess> Start() =>
        ServerProcess.Start("dotnet", [.. ServerProcess.Beside("Callout.Crash.dll", program), .. broken ? new[] { "broken" } : []], data, postgres);
}

using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.House.Bench;

/// <summary>How fast the whole chain is checked, read from the database as `callout verify` does.</summary>
internal static class LedgerBench
{
    public static async Task Run(Options options, Report report)
    {
        using (var server = await options.Start())
        {
            var clients = new Clients(server.Url, await server.Key, 32);
            await clients.Send(options.Count, CommandsBench.Receive);
        }

        await using var app = App.Server.Build(options.Folder, options.Postgres, App.Modules.All);
        var best = 0.0;
        for (var run = 0; run < options.Runs + 1; run++)
        {
            var watch = Stopwatch.StartNew();
            var verdict = await app.Services.GetRequiredService<Verifier>().Run(CancellationToken.None);
            if (verdict.Fault is { } fault) throw new InvalidOperationException(fault);
            best = Math.Max(best, verdict.Events / watch.Elapsed.TotalSeconds);
        }

        report.Add("events verified/s (best run)", best);
    }
}

using System.Diagnostics;

namespace Callout.App;

internal static class Verify
{
    public static async Task<int> Run(IReadOnlyList<string> args)
    {
        var options = Options.Of(args);
        await using var app = Server.Build(options.Data, options.Postgres, Modules.All);
        var watch = Stopwatch.StartNew();
        var verdict = await app.Services.GetRequiredService<Verifier>().Run(CancellationToken.None);
        Console.WriteLine(verdict.Fault is null
            ? $"{verdict.Events} events verified in {watch.Elapsed.TotalSeconds:0.0} s; the last is {verdict.Events}, {Convert.ToHexStringLower(verdict.Head)}."
            : $"Broken: {verdict.Fault}. The {verdict.Events} events before it hold.");
        return verdict.Fault is null ? 0 : 1;
    }
}

namespace Callout.App.Backups;

/// <summary>Says what a restore lost, and who knows of it.</summary>
internal static class Losses
{
    public static async Task Tell(Loss loss, string? list, Options options)
    {
        Console.WriteLine("The epoch was renewed: each device sends again what it still holds, as soon as it connects.");
        if (list is null)
        {
            Console.WriteLine("No event is known to be lost.");
            return;
        }

        await using var app = Server.Build(options.Data, options.Postgres, Modules.All);
        var names = await app.Services.GetRequiredService<Sessions>().Read(Principal.System, reading => Actors.Names(loss.Lost.Select(e => e.Actor).OfType<string>(), reading, CancellationToken.None));
        foreach (var line in Lines(loss, names)) Console.WriteLine(line);
        Console.WriteLine($"The whole list: {list}");
    }

    public static IEnumerable<string> Lines(Loss loss, IReadOnlyDictionary<string, string> names)
    {
        yield return $"{loss.Lost.Count} events after event {loss.Held} were lost, from {loss.Lost[0].At} to {loss.Lost[^1].At}:";
        foreach (var of in loss.Lost.GroupBy(e => (e.Actor, e.Device)).OrderByDescending(g => g.Count()))
        {
            var who = of.Key.Actor is { } actor ? names.GetValueOrDefault(actor, actor) : "unknown";
            var from = of.Key.Device is { } device ? $"device {device}, which may send them again" : "no device: what they did must be done again";
            yield return $"  {of.Count(),6} by {who}, the last at {of.Max(e => e.At)}; {from}";
        }
    }
}

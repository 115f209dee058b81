using System.Text.Json;
using System.Text.Json.Nodes;

namespace Callout.Kernel;

/// <summary>Says a command of an older shape one step nearer to how it is said today.</summary>
internal sealed record Upcaster(string Route, int Version, Func<JsonObject, JsonObject> Cast, string Into, int IntoVersion);

/// <summary>
/// What waits on a device was recorded by the program that the device had then. A command's version counts the shapes it has had, from 1;
/// each step between two of them has an up-caster beside the command, and they are kept for at least 24 months.
/// </summary>
public sealed class Upcasters
{
    private readonly Dictionary<(string Route, int Version), Upcaster> steps;
    private readonly Func<string, CommandDefinition?> commandAt;

    internal Upcasters(IEnumerable<Upcaster> all, Func<string, CommandDefinition?> commandAt) =>
        (steps, this.commandAt) = (all.ToDictionary(u => (u.Route, u.Version)), commandAt);

    /// <summary>The version of the shape that the command has today.</summary>
    public int VersionOf(string route) =>
        steps.Values.Where(u => u.Route == route).Select(u => u.Version + 1).Concat(steps.Values.Where(u => u.Into == route).Select(u => u.IntoVersion)).Prepend(1).Max();

    /// <summary>The command of today that was meant.</summary>
    /// <exception cref="JsonException">It cannot be read.</exception>
    public (CommandDefinition Command, object Body) Understand(string route, int version, JsonElement said)
    {
        JsonObject? cast = null;
        while (steps.TryGetValue((route, version), out var step))
        {
            cast = step.Cast(cast ?? JsonObject.Create(said) ?? throw Empty());
            (route, version) = (step.Into, step.IntoVersion);
        }

        var command = commandAt(route) ?? throw new Refusal("command.unknown", $"This server knows no command {route}.");
        var present = VersionOf(route);
        if (version > present) throw new NotYetSpoken(route, version);
        if (version < present) throw new NoLongerSpoken(route, version);
        return (command, (cast is null ? said.Deserialize(command.Body, Wire.Json) : cast.Deserialize(command.Body, Wire.Json)) ?? throw Empty());
    }

    private static JsonException Empty() => new("A JSON object is needed here.");
}

/// <summary>Recorded by a newer program than this server's: it is to be sent again, to one that has been brought up to date.</summary>
internal sealed class NotYetSpoken(string route, int version) : Exception($"This server does not know version {version} of {route} yet.");

/// <summary>Nobody can say any more what was meant: a person looks at it.</summary>
internal sealed class NoLongerSpoken(string route, int version) : Exception($"This server does not know version {version} of {route} any more.");

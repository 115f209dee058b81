using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Callout.Modules.Tests.Access;

/// <summary>A place in a request where an id stands.</summary>
/// <param name="Path">As a person would write it: <c>details.branch</c>.</param>
/// <param name="Type">The type of row it names.</param>
/// <param name="Needed">False when it may be left out, and is.</param>
internal sealed record Slot(string Path, string Type, bool Needed)
{
    /// <summary>Every id in a request of this type. Each element of a list is one.</summary>
    public static IReadOnlyList<Slot> In(Type type, JsonNode? example) => [.. In(type, example, "", 0)];

    public void Set(JsonObject body, Guid? id)
    {
        var steps = Path.Split('.');
        JsonNode at = body;
        foreach (var step in steps[..^1]) at = int.TryParse(step, out var i) ? at.AsArray()[i]! : at[step]!;
        if (int.TryParse(steps[^1], out var last)) at.AsArray()[last] = id!.Value.ToString();
        else if (id is null) ((JsonObject)at).Remove(steps[^1]);
        else at[steps[^1]] = id.Value.ToString();
    }

    private static IEnumerable<Slot> In(Type type, JsonNode? node, string path, int depth)
    {
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(p => p.GetIndexParameters().Length == 0 && p.GetSetMethod() is not null))
        {
            var name = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
            var (value, at) = ((node as JsonObject)?[name], path.Length == 0 ? name : $"{path}.{name}");
            var of = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (IsId(of)) yield return new(at, Named(of, property.Name), value is not null);
            else if (of.IsGenericType && of.IsAssignableTo(typeof(IEnumerable)) && of.GetGenericArguments() is [var element])
            {
                if (value is JsonArray list)
                    for (var i = 0; i < list.Count; i++)
                        if (IsId(element)) yield return new($"{at}.{i}", Named(element, property.Name), true);
                        else foreach (var slot in Record(element, list[i], $"{at}.{i}", depth)) yield return slot;
            }
            else foreach (var slot in Record(of, value, at, depth)) yield return slot;
        }
    }

    private static IEnumerable<Slot> Record(Type type, JsonNode? value, string path, int depth) =>
        value is JsonObject && depth < 4 && type.Namespace?.StartsWith("Callout", StringComparison.Ordinal) is true ? In(type, value, path, depth + 1) : [];

    private static bool IsId(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    // A resource is a technician or a vehicle.
    private static string Named(Type type, string property) => type != typeof(ResourceId) ? type.Name : property == "Vehicle" ? "Vehicle" : "Technician";
}

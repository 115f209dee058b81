using System.Reflection;

namespace Callout.House.Tests;

/// <summary>Rules that are read off the assembled house; each gives back what breaks it.</summary>
internal static class HouseRules
{
    /// <summary>Every door that opens without signing in is named here.</summary>
    private static readonly string[] OpenToAnyone = [];

    public static IEnumerable<string> WithoutAccessRule(IEnumerable<(string Route, Rule? May)> doors) =>
        from door in doors
        where door.May is null || (door.May.Anonymous && !OpenToAnyone.Contains(door.Route))
        select $"{door.Route} does not say who may";

    public static IEnumerable<string> WithoutExample(IEnumerable<Type> commands) =>
        from command in commands
        where command.GetField("Example", BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public) is null
        select $"{command.Name} has no example for its page in the API";

    /// <summary>Ids are found by their interface; one without it would be stored and sent as something else.</summary>
    public static IEnumerable<string> UnmappedIds(IEnumerable<Type> types) =>
        from type in types
        where type.IsValueType && type.Name.EndsWith("Id", StringComparison.Ordinal) && type.GetProperty("Value")?.PropertyType == typeof(Guid)
        where !type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>))
        select $"{type.Name} is no IId";

    /// <summary>Texts in events are sealed, or marked as saying nothing about a person.</summary>
    public static IEnumerable<string> TextsInEvents(IEnumerable<Type> events) =>
        from type in events
        from property in type.GetProperties()
        where property.PropertyType == typeof(string) && property.GetCustomAttribute<NotPersonalAttribute>() is null
        select $"{type.Name}.{property.Name} is a text that may be personal";

    /// <summary>One line for each event: its name, version and shape.</summary>
    public static IEnumerable<string> Shapes(IReadOnlyDictionary<Type, EventAttribute> events) =>
        events.Select(e => $"{e.Value.Name} v{e.Value.Version}: {string.Join(", ", e.Key.GetProperties().Select(p => Shape(p, (_, _) => "")))}").Order(StringComparer.Ordinal);

    /// <summary>As on the wire: "?" may be null or left out, "=" may be left out.</summary>
    public static string CommandShape(Type command) => string.Join(", ", command.GetProperties().Select(p => Shape(p, MayBeLeftOut)));

    private static string MayBeLeftOut(PropertyInfo property, bool nullable) =>
        !nullable && (property.DeclaringType!.GetConstructors().SelectMany(c => c.GetParameters()).FirstOrDefault(p => p.Name == property.Name)?.HasDefaultValue ?? property.CanWrite) ? "=" : "";

    // A type within itself is named, and not told again.
    private static string Shape(PropertyInfo property, Func<PropertyInfo, bool, string> mark, params Type[] within)
    {
        var nullable = new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable;
        return $"{property.Name} {Name(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, mark, within)}{(nullable ? "?" : "")}{mark(property, nullable)}";
    }

    private static string Name(Type type, Func<PropertyInfo, bool, string> mark, Type[] within) =>
        type.IsEnum ? $"{type.Name}({string.Join('|', Enum.GetNames(type))})"
        : type.IsGenericType ? $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(t => Name(t, mark, within)))}>"
        : type.Namespace?.StartsWith("Callout", StringComparison.Ordinal) is true && type.IsClass && !within.Contains(type) ? $"{type.Name}{{{string.Join(", ", type.GetProperties().Select(p => Shape(p, mark, [.. within, type])))}}}"
        : type.Name;
}

using System.Reflection;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;

namespace Callout.Modules.Tests.Plans;

/// <summary>Asks each query as a screen might: with what it must be told, and then with each thing that it may be told besides.</summary>
internal sealed class Asks(Db db, Instant now)
{
    private static readonly NullabilityInfoContext Nullability = new();

    private readonly Dictionary<Type, object?> known = [];

    public IEnumerable<string> Of(QueryDefinition query)
    {
        var (needed, free) = Parts(query.Query).ToLookup(p => p.Needed) is var parts ? (parts[true].ToList(), parts[false].Where(p => p.Name is not ("after" or "limit")).ToList()) : default;
        yield return Path(query.Route, needed.Select(p => (p.Name, Text(p.Name, p.Type))));
        foreach (var one in free)
            foreach (var text in Texts(one.Type))
                yield return Path(query.Route, needed.Select(p => (p.Name, Text(p.Name, p.Type))).Append((one.Name, text)));
    }

    private static IEnumerable<(string Name, Type Type, bool Needed)> Parts(Type query) =>
        from p in query.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        let type = Nullable.GetUnderlyingType(p.PropertyType) ?? p.PropertyType
        select (JsonNamingPolicy.CamelCase.ConvertName(p.Name), type, type == p.PropertyType && Nullability.Create(p).ReadState != NullabilityState.Nullable);

    private static string Path(string route, IEnumerable<(string Name, string Text)> parts)
    {
        var open = new List<string>();
        foreach (var (name, text) in parts)
        {
            if (route.Contains($"{{{name}}}")) route = route.Replace($"{{{name}}}", text);
            else open.Add($"{name}={Uri.EscapeDataString(text)}");
        }

        return open.Count == 0 ? route : $"{route}?{string.Join('&', open)}";
    }

    private string Text(string name, Type type) => name == "until" ? Texts(type).Last() : Texts(type).First();

    private IEnumerable<string> Texts(Type type) =>
        type.IsEnum ? Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName) :
        type == typeof(bool) ? ["true", "false"] :
        type == typeof(Instant) ? [now.ToString(), (now + Duration.FromHours(8)).ToString()] :
        type == typeof(LocalDate) ? [$"{now.InUtc().Date:uuuu-MM-dd}", $"{now.InUtc().Date.PlusDays(7):uuuu-MM-dd}"] :
        type == typeof(string) ? ["compressor"] :
        Volume.IsId(type) ? [SomeId(type)] : [];

    private string SomeId(Type type)
    {
        if (!known.TryGetValue(type, out var id)) known[type] = id = db.Model.GetEntityTypes().FirstOrDefault(t => t.ClrType.IsAssignableTo(typeof(Entity<>).MakeGenericType(type))) is { } entity ? First(entity.ClrType) : null;
        return id?.ToString() ?? Guid.NewGuid().ToString();
    }

    private object? First(Type entity) => typeof(Asks).GetMethod(nameof(FirstOf), BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(entity).Invoke(null, [db]);

    private static object? FirstOf<T>(Db db) where T : class => db.Set<T>().IgnoreQueryFilters().Select(e => EF.Property<object>(e, "Id")).FirstOrDefault();
}

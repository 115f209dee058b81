namespace Callout.Identity;

internal sealed class Zone : Entity<ZoneId>
{
    public string Name { get; private init; } = "";

    public ZoneId? Parent { get; private init; }

    public static (Zone, ZoneAdded) Add(ZoneId id, string name, ZoneId? parent)
    {
        Refusal.If(string.IsNullOrWhiteSpace(name) || name.Length > 100, "zone.name", "Give the zone a name of at most 100 characters.");
        return (new Zone { Id = id, Name = name.Trim(), Parent = parent }, new ZoneAdded(id, parent));
    }

    /// <summary>These zones and all that lie inside them.</summary>
    public static HashSet<ZoneId> Within(IEnumerable<ZoneId> outer, IReadOnlyCollection<Zone> all)
    {
        HashSet<ZoneId> found = [.. outer];
        while (all.Where(z => z.Parent is { } parent && found.Contains(parent) && !found.Contains(z.Id)).ToList() is { Count: > 0 } inner)
            found.UnionWith(inner.Select(z => z.Id));
        return found;
    }
}

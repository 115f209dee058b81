namespace Callout.Identity;

/// <summary>Who did something that one may see is no secret, wherever they work.</summary>
internal static class NameActors
{
    private const string Person = "person:", Key = "key:";

    public static async Task<IReadOnlyDictionary<string, string>> Names(IReadOnlyCollection<string> actors, Reading reading, CancellationToken ct)
    {
        List<PersonId> people = [.. Ids(actors, Person).Select(PersonId.From)];
        List<ApiKeyId> keys = [.. Ids(actors, Key).Select(ApiKeyId.From)];
        Dictionary<string, string> names = [];
        if (people.Count > 0)
            foreach (var p in await reading.Of<Person>().IgnoreQueryFilters().Where(p => people.Contains(p.Id) && p.EmailKey != null).Select(p => new { p.Id, p.Name }).ToListAsync(ct)) names[Person + p.Id] = p.Name;
        if (keys.Count > 0)
            foreach (var k in await reading.Of<ApiKey>().IgnoreQueryFilters().Where(k => keys.Contains(k.Id)).Select(k => new { k.Id, k.Name }).ToListAsync(ct)) names[Key + k.Id] = k.Name;
        return names;
    }

    private static IEnumerable<Guid> Ids(IEnumerable<string> actors, string kind) =>
        actors.Where(a => a.StartsWith(kind, StringComparison.Ordinal)).Select(a => Guid.TryParse(a[kind.Length..], out var id) ? id : (Guid?)null).OfType<Guid>();
}

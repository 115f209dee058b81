namespace Callout.Kernel;

/// <summary>Names for those who do things, as events and rows keep them: <c>person:…</c>, <c>key:…</c>, <c>system</c>. The module that knows them says so by <see cref="Module.Actors"/>.</summary>
public static class Actors
{
    /// <summary>For a page or a list; who is no longer known has no name.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> Names(IEnumerable<string> keys, Reading reading, CancellationToken ct)
    {
        List<string> asked = [.. keys.Distinct()];
        Dictionary<string, string> names = [];
        foreach (var source in reading.Service<House>().ActorSources)
            foreach (var (key, name) in await source.Names(asked, reading, ct)) names.TryAdd(key, name);
        return names;
    }
}

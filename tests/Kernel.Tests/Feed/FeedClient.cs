namespace Callout.Kernel.Tests;

/// <summary>What a phone or a browser does with the feed: keeps each document for the audiences that hold it, and drops what none holds.</summary>
internal sealed class FeedClient(Caller caller)
{
    private readonly Dictionary<string, HashSet<string>> held = [];

    public string? Cursor { get; private set; }

    public string? Epoch { get; private set; }

    public string? Days { get; set; }

    public Dictionary<string, int> Seen { get; } = [];

    public HashSet<string> Documents => [.. held.Where(h => h.Value.Count > 0).Select(h => h.Key)];

    public void Becomes(Caller other) => caller = other;

    public async Task<int> CatchUp()
    {
        for (var pages = 1; ; pages++)
            if ((await Read(Cursor)).Complete) return pages;
    }

    public async Task<FeedPage> Read(string? cursor = null)
    {
        var page = WithoutWorkTypes(await caller.Feed(cursor, Days));
        if (page.MustResnapshot) held.Clear();
        foreach (var audiences in held.Values) audiences.ExceptWith(page.Left);
        foreach (var line in page.Documents)
        {
            var key = $"{line.Document}/{line.Id}";
            Seen[key] = Seen.GetValueOrDefault(key) + 1;
            held.TryAdd(key, []);
            held[key].UnionWith(line.Audiences);
        }

        foreach (var gone in page.Gone) held.GetValueOrDefault($"{gone.Document}/{gone.Id}")?.Remove(gone.Audience);
        (Cursor, Epoch) = (page.Next, page.Epoch);
        return page;
    }

    // The type of the given work is everybody's to know, and no part of what these tests change.
    private static FeedPage WithoutWorkTypes(FeedPage page) => page with { Documents = [.. page.Documents.Where(d => d.Document != "work-type")] };
}

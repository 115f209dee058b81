namespace Callout.Kernel;

/// <summary>Puts renderings where the feed finds them, and says which audiences have something new.</summary>
internal static class FeedShelf
{
    public static async Task<IReadOnlyCollection<string>> Put(IReadOnlyDictionary<string, long> touched, IReadOnlyDictionary<string, Rendering> renderings, Db db, CancellationToken ct)
    {
        List<string> keys = [.. touched.Keys];
        var documents = await db.Set<FeedDocument>().Where(d => keys.Contains(d.Document)).ToDictionaryAsync(d => (d.View, d.Document), ct);
        var audiences = (await db.Set<FeedAudience>().Where(a => keys.Contains(a.Document)).ToListAsync(ct)).ToLookup(a => a.Document);
        var moved = new HashSet<string>();
        foreach (var (key, pos) in touched)
        {
            var rendering = renderings.GetValueOrDefault(key);
            PutShapes(key, pos, rendering, documents, db);
            moved.UnionWith(PutAudiences(key, pos, rendering, audiences[key], db));
        }

        return moved;
    }

    private static void PutShapes(string key, long pos, Rendering? rendering, Dictionary<(View, string), FeedDocument> present, Db db)
    {
        foreach (var view in Enum.GetValues<View>())
        {
            var row = present.GetValueOrDefault((view, key));
            if (rendering?.Shapes.For(view) is not { } shape)
            {
                if (row is not null) db.Remove(row);
                continue;
            }

            if (row is null) db.Add(row = new FeedDocument { View = view, Document = key });
            (row.Pos, row.Version, row.Body) = (pos, rendering.Version, Wire.Write(shape));
        }
    }

    private static IEnumerable<string> PutAudiences(string key, long pos, Rendering? rendering, IEnumerable<FeedAudience> present, Db db)
    {
        var rows = present.ToDictionary(a => a.Audience);
        var wanted = rendering is null ? [] : rendering.Audiences.Where(a => rendering.Shapes.For(a.View) is not null).Select(a => a.Key).ToHashSet();
        foreach (var audience in wanted)
        {
            if (!rows.TryGetValue(audience, out var row)) db.Add(row = new FeedAudience { Audience = audience, Document = key });
            (row.Pos, row.Held) = (pos, true);
        }

        var dropped = rows.Values.Where(a => a.Held && !wanted.Contains(a.Audience)).ToList();
        foreach (var row in dropped) (row.Pos, row.Held) = (pos, false);
        return wanted.Union(dropped.Select(a => a.Audience));
    }
}

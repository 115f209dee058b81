namespace Callout.Kernel;

/// <summary>Puts renderings where the feed finds them, and says which audiences have something new.</summary>
internal static class FeedShelf
{
    public static async Task<IReadOnlyCollection<string>> Put(IReadOnlyDictionary<string, long> touched, IReadOnlyDictionary<string, Rendering> renderings, Db db, CancellationToken ct)
    {
        List<string> keys = [.. touched.Keys];
        var documents = await db.Set<FeedDocument>().Where(d => keys.Contains(d.Document)).ToDictionaryAsync(d => (d.View, d.Document), ct);
        var audiences = (await db.Set<FeedAudience>().Where(a => keys.Contains(a.Document)).ToListAsync(ct)).ToLookup(a => a.Document);
        var before = documents.Values.DistinctBy(d => d.Document).ToDictionary(d => d.Document, d => d.Version);
        var (moved, digests) = (new HashSet<string>(), new Dictionary<string, (int Count, uint Sum)>());
        foreach (var (key, pos) in touched)
        {
            var rendering = renderings.GetValueOrDefault(key);
            foreach (var row in audiences[key].Where(a => a.Held)) Count(row.Audience, key, before.GetValueOrDefault(key), -1, digests);
            PutShapes(key, pos, rendering, documents, db);
            moved.UnionWith(PutAudiences(key, pos, rendering, audiences[key], db));
            foreach (var audience in Wanted(rendering)) Count(audience, key, rendering!.Version, 1, digests);
        }

        await PutDigests(digests, db, ct);
        return moved;
    }

    private static void Count(string audience, string key, long version, int by, Dictionary<string, (int Count, uint Sum)> digests)
    {
        var (count, sum) = digests.GetValueOrDefault(audience);
        var hash = FeedDigest.Of(audience, key, version);
        digests[audience] = (count + by, by > 0 ? sum + hash : sum - hash);
    }

    private static async Task PutDigests(Dictionary<string, (int Count, uint Sum)> digests, Db db, CancellationToken ct)
    {
        List<string> names = [.. digests.Where(d => d.Value != default).Select(d => d.Key)];
        var rows = await db.Set<FeedDigest>().Where(d => names.Contains(d.Audience)).ToDictionaryAsync(d => d.Audience, ct);
        foreach (var name in names)
        {
            if (!rows.TryGetValue(name, out var row)) db.Add(row = new FeedDigest { Audience = name });
            row.Move(digests[name].Count, digests[name].Sum);
        }
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

    private static HashSet<string> Wanted(Rendering? rendering) =>
        rendering is null ? [] : [.. rendering.Audiences.Where(a => rendering.Shapes.For(a.View) is not null).Select(a => a.Key)];

    private static IEnumerable<string> PutAudiences(string key, long pos, Rendering? rendering, IEnumerable<FeedAudience> present, Db db)
    {
        var rows = present.ToDictionary(a => a.Audience);
        var wanted = Wanted(rendering);
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

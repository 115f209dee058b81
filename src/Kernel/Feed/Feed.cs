using System.Text.Json.Nodes;

namespace Callout.Kernel;

/// <param name="Epoch">Renewed by a restore; a client that finds it changed starts anew and sends again what it still holds.</param>
/// <param name="Head">How far the feed had followed the ledger when this page was read.</param>
/// <param name="Complete">False while more pages wait behind <paramref name="Next"/>.</param>
/// <param name="Behind">How many entries of the ledger the feed has still to follow: what changed in them is not here yet.</param>
/// <param name="Durable">Every backup that is kept holds the ledger up to here. Left out while the server knows of none.</param>
/// <param name="Entered">Audiences that are new to this client; they come whole, in this page and those after it.</param>
/// <param name="Left">Audiences that it has lost, or asked for anew: drop every document that no other audience holds.</param>
/// <param name="Digests">On a complete page, where they were asked for: what each audience should hold now. One that is not named holds nothing.</param>
public sealed record FeedPage(
    string Epoch, string Next, long Head, bool Complete, bool MustResnapshot, long Behind, long? Durable, Instant At,
    IReadOnlyList<FeedLine> Documents, IReadOnlyList<FeedTombstone> Gone, IReadOnlyList<string> Entered, IReadOnlyList<string> Left, IReadOnlyDictionary<string, Digest>? Digests = null);

/// <summary>How many documents an audience holds, and the sum of their 32 bits, modulo 2^32.</summary>
public sealed record Digest(int Count, long Sum);

/// <param name="Audiences">Those of the reader's audiences that this page brings the document for.</param>
public sealed record FeedLine(string Document, Guid Id, long Version, IReadOnlyList<string> Audiences, JsonNode Body);

/// <summary>The document has left this audience.</summary>
public sealed record FeedTombstone(string Document, Guid Id, string Audience);

/// <summary>Answers a poll with what changed, never with what exists.</summary>
internal sealed class Feed(Dbs dbs, Sessions sessions, House house, Installation installation, Durable durable, IClock clock)
{
    private const int PageSize = 300;

    /// <param name="anew">Audiences whose documents the client does not trust any more: they come whole.</param>
    /// <param name="compares">The client wants to compare what it holds.</param>
    public async Task<FeedPage> Read(Principal principal, string? cursor, DateInterval days, IReadOnlyList<string> anew, bool compares, CancellationToken ct)
    {
        var from = FeedCursor.Read(cursor, installation.Epoch);
        var audiences = await Audiences.Of(principal, days, house, sessions, ct);
        if (from.Epoch != installation.Epoch) return Anew(audiences);
        await using var db = dbs.Open(Sight.Everything);
        await using var snapshot = await dbs.Snapshot(db, ct);
        var head = await db.Set<ReaderCursor>().Where(r => r.Name == "feed").Select(r => r.Pos).FirstOrDefaultAsync(ct);
        var last = await db.Set<LedgerEntry>().MaxAsync(e => (long?)e.Pos, ct) ?? 0;
        var read = from.Positions.Keys.Except(anew).ToHashSet();
        var positions = audiences.ToDictionary(a => a.Key, a => read.Contains(a.Key) ? from.Positions[a.Key] : 0);
        var (rows, upTo) = await Rows(db, positions, head, ct);
        var next = positions.ToDictionary(p => p.Key, p => Math.Max(p.Value, upTo));
        return new FeedPage(
            installation.Epoch, new FeedCursor(installation.Epoch, next).Write(), head, upTo == head, false, Math.Max(0, last - head), durable.Pos, clock.GetCurrentInstant(),
            await Lines(db, rows, audiences, ct),
            [.. rows.Where(r => !r.Held && positions[r.Audience] > 0).Select(r => Split(r.Document) is var (name, id) ? new FeedTombstone(name, id, r.Audience) : null!)],
            [.. positions.Keys.Except(read)], [.. from.Positions.Keys.Except(positions.Keys).Union(anew)],
            compares && upTo == head ? await Digests(db, positions.Keys, ct) : null);
    }

    private static async Task<IReadOnlyDictionary<string, Digest>> Digests(Db db, IEnumerable<string> audiences, CancellationToken ct)
    {
        List<string> names = [.. audiences];
        return await db.Set<FeedDigest>().AsNoTracking().Where(d => names.Contains(d.Audience) && d.Count > 0).ToDictionaryAsync(d => d.Audience, d => new Digest(d.Count, d.Sum), ct);
    }

    private FeedPage Anew(IReadOnlyList<Audience> audiences) => new(
        installation.Epoch, new FeedCursor(installation.Epoch, new Dictionary<string, long>()).Write(), 0, false, true, 0, durable.Pos, clock.GetCurrentInstant(),
        [], [], [.. audiences.Select(a => a.Key)], []);

    // A page never splits a position, so one number for each audience says exactly what has been read.
    private static async Task<(List<FeedAudience> Rows, long UpTo)> Rows(Db db, Dictionary<string, long> positions, long head, CancellationToken ct)
    {
        List<FeedAudience> rows = [];
        foreach (var group in positions.Where(p => p.Value < head).GroupBy(p => p.Value, p => p.Key))
        {
            List<string> names = [.. group];
            rows.AddRange(await db.Set<FeedAudience>().AsNoTracking().Where(a => names.Contains(a.Audience) && a.Pos > group.Key && a.Pos <= head)
                .OrderBy(a => a.Pos).Take(PageSize + 1).ToListAsync(ct));
        }

        if (rows.Count <= PageSize) return (rows, head);
        rows.Sort((a, b) => a.Pos.CompareTo(b.Pos));
        var last = rows[PageSize].Pos;
        var whole = rows.TakeWhile(r => r.Pos < last).ToList();
        return whole.Count > 0 ? (whole, whole[^1].Pos) : (await OnePosition(db, positions, last, ct), last);
    }

    private static Task<List<FeedAudience>> OnePosition(Db db, Dictionary<string, long> positions, long pos, CancellationToken ct)
    {
        List<string> names = [.. positions.Where(p => p.Value < pos).Select(p => p.Key)];
        return db.Set<FeedAudience>().AsNoTracking().Where(a => a.Pos == pos && names.Contains(a.Audience)).ToListAsync(ct);
    }

    private static async Task<IReadOnlyList<FeedLine>> Lines(Db db, List<FeedAudience> rows, IReadOnlyList<Audience> audiences, CancellationToken ct)
    {
        var held = rows.Where(r => r.Held).ToLookup(r => r.Document, r => r.Audience);
        List<string> keys = [.. held.Select(h => h.Key)];
        if (keys.Count == 0) return [];
        var views = audiences.ToDictionary(a => a.Key, a => a.View);
        var documents = await db.Set<FeedDocument>().AsNoTracking().Where(d => keys.Contains(d.Document)).ToListAsync(ct);
        return [.. documents
            .Where(d => d.View == held[d.Document].Max(a => views[a]))
            .OrderBy(d => d.Pos)
            .Select(d => Split(d.Document) is var (name, id) ? new FeedLine(name, id, d.Version, [.. held[d.Document]], JsonNode.Parse(d.Body)!) : null!)];
    }

    private static (string Name, Guid Id) Split(string document) => document.IndexOf('/') is var at ? (document[..at], Guid.Parse(document[(at + 1)..])) : default;
}

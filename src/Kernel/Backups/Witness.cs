namespace Callout.Kernel;

/// <summary>What the witness knows and the database does not.</summary>
/// <param name="Held">The last event that both know.</param>
/// <param name="Lost">What the database does not have any more, in its order.</param>
public sealed record Loss(long Held, Instant FoundAt, IReadOnlyList<Witnessed> Lost);

/// <summary>
/// Follows the ledger and writes down, outside the database, how far it has come. So a database that was put back to an earlier state is
/// noticed at the next start, and what was lost can be named.
/// </summary>
public sealed class Witness(WitnessBook book, Dbs dbs, IClock clock) : Worker("witness")
{
    private const int Batch = 2000;

    /// <summary>A flush to the disk for every group of commands would cost what the groups save.</summary>
    private static readonly Duration Pause = Duration.FromSeconds(1), Kept = Duration.FromDays(60);

    private Instant next = Instant.MinValue;

    public override async Task<bool> Step(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (now < next) return false;
        using var turn = book.Take();
        if (turn is null) return false;
        var last = book.Last()?.Pos;
        await using var db = dbs.Open(Sight.Everything);
        var events = last is null ? [await Head(db, now, ct)] : await After(last.Value, db, ct);
        book.Append(events);
        if (events.Count == Batch) return true;
        book.Forget(now - Kept);
        next = now + Pause;
        return false;
    }

    /// <summary>Throws when the database has been put back, and says what to do.</summary>
    public async Task Check(CancellationToken ct)
    {
        if (book.Last() is not { } last) return;
        await using var db = dbs.Open(Sight.Everything);
        if (await Knows(last, db, ct)) return;
        var head = await Head(db, clock.GetCurrentInstant(), ct);
        throw new Trouble(
            $"This database is behind: it ends at event {head.Pos}, but this installation had reached event {last.Pos} at {last.At} (so says the witness in {book.Folder}). "
            + "It was put back to an earlier state, or it is another one. If that was meant, run `callout restore --accept` with the same options: it lists what is missing and lets devices send again what they hold. "
            + "If not, stop here and look for the newer database.");
    }

    /// <summary>What was witnessed and is not in the database.</summary>
    public async Task<Loss> Missing(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        await using var db = dbs.Open(Sight.Everything);
        var held = await Held((await Head(db, now, ct)).Pos, db, ct);
        return new Loss(held, now, book.Last() is null ? [] : [.. book.After(held)]);
    }

    /// <summary>Keeps the list of what is missing, if anything is, and begins anew from what the database has.</summary>
    /// <returns>Where the list lies.</returns>
    public async Task<string?> Accept(Loss loss, CancellationToken ct)
    {
        using var turn = book.Take() ?? throw new Trouble($"A server is writing to {book.Folder}. Stop every server of this installation first.");
        var now = clock.GetCurrentInstant();
        await using var db = dbs.Open(Sight.Everything);
        var name = now.ToDateTimeOffset().ToString("yyyyMMdd'T'HHmmss'Z'");
        var list = loss.Lost.Count == 0 ? null : Path.Combine(book.Folder, $"lost-{name}.json");
        if (list is not null) await Keep(list, loss, ct);
        book.SetAside($"until-{name}");
        book.Append([await Head(db, now, ct)]);
        return list;
    }

    private static async Task Keep(string path, Loss loss, CancellationToken ct)
    {
        await using var file = File.Create(path);
        await System.Text.Json.JsonSerializer.SerializeAsync(file, loss, Wire.Json, ct);
        file.Flush(flushToDisk: true);
    }

    // The chain makes it enough to look at one: who has that event has all before it.
    private async Task<long> Held(long head, Db db, CancellationToken ct)
    {
        long held = 0;
        foreach (var some in book.After(0).Chunk(Batch))
        {
            var (from, to) = (some[0].Pos, some[^1].Pos);
            var known = await db.Set<LedgerEntry>().Where(e => e.Pos >= from && e.Pos <= to).Select(e => new { e.Pos, e.Hash }).ToDictionaryAsync(e => e.Pos, e => Convert.ToHexStringLower(e.Hash), ct);
            foreach (var line in some)
            {
                if (line.Pos > 0 && known.GetValueOrDefault(line.Pos) != line.Hash) return held > 0 ? held : Math.Min(head, line.Pos - 1);
                held = line.Pos;
            }
        }

        return held;
    }

    private static async Task<bool> Knows(Witnessed last, Db db, CancellationToken ct)
    {
        if (last.Pos == 0) return true;
        var hash = await db.Set<LedgerEntry>().Where(e => e.Pos == last.Pos).Select(e => e.Hash).FirstOrDefaultAsync(ct);
        return hash is not null && Convert.ToHexStringLower(hash) == last.Hash;
    }

    private static async Task<Witnessed> Head(Db db, Instant now, CancellationToken ct)
    {
        var last = await db.Set<LedgerEntry>().OrderByDescending(e => e.Pos).Select(e => new { e.Pos, e.Hash, e.At }).FirstOrDefaultAsync(ct);
        return last is null ? new Witnessed(0, Convert.ToHexStringLower(Chain.Root), now) : new Witnessed(last.Pos, Convert.ToHexStringLower(last.Hash), last.At);
    }

    private static async Task<IReadOnlyList<Witnessed>> After(long pos, Db db, CancellationToken ct)
    {
        var entries = await db.Set<LedgerEntry>().Where(e => e.Pos > pos).OrderBy(e => e.Pos).Take(Batch)
            .Select(e => new { e.Pos, e.Hash, e.At, e.Name, e.SubjectType, e.SubjectId, e.Actor, e.Device, e.CommandId }).ToListAsync(ct);
        return [.. entries.Select(e => new Witnessed(e.Pos, Convert.ToHexStringLower(e.Hash), e.At, e.Name, $"{e.SubjectType}/{e.SubjectId}", e.Actor, e.Device, e.CommandId))];
    }
}

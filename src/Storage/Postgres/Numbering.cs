using Npgsql;
using NpgsqlTypes;

namespace Callout.Postgres;

/// <summary>
/// Gives settled events their positions. A sequence is taken before the commit, so a cursor on it misses what commits late; here only
/// events older than the oldest running transaction are moved, in the order of their transactions, by one node at a time.
/// </summary>
internal sealed class Numbering(NpgsqlDataSource source, Nudge nudge) : Worker("numbering")
{
    private const int Batch = 2000;
    private const long PartitionSize = 1L << 25, NumberingLock = 0x4C6564676572;

    private const string Settled = $"""
        SELECT {Inbox.Columns}, seq FROM ledger_inbox
        WHERE xid < pg_snapshot_xmin(pg_current_snapshot()) ORDER BY xid, seq LIMIT 2000
        """;

    /// <summary>Its commits need not wait for the disk.</summary>
    public bool Hurries { get; set; }

    /// <summary>There is something in the inbox.</summary>
    public void Wake() => nudge.Wake();

    public override async Task<bool> Step(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (!await Scalar<bool>(connection, $"SELECT pg_try_advisory_xact_lock({NumberingLock})", ct)) return false;
        var (entries, seqs) = await Waiting(connection, ct);
        if (entries.Count == 0) return await Listen(connection, ct);
        if (Hurries) await Run(connection, "SET LOCAL synchronous_commit TO off", ct);
        var chain = await Head(connection, ct);
        await Partition(connection, chain.Pos, entries.Count, ct);
        foreach (var entry in entries) chain.Add(entry);
        await Move(connection, entries, seqs, chain, ct);
        await transaction.CommitAsync(ct);
        nudge.LedgerMoved(chain.Pos);
        return entries.Count == Batch;
    }

    // Another node may have numbered what we wrote.
    private async Task<bool> Listen(NpgsqlConnection connection, CancellationToken ct)
    {
        var head = await Head(connection, ct);
        if (head.Pos > nudge.Head) nudge.LedgerMoved(head.Pos);
        return false;
    }

    private static async Task<(List<LedgerEntry> Entries, List<long> Seqs)> Waiting(NpgsqlConnection connection, CancellationToken ct)
    {
        List<LedgerEntry> entries = [];
        List<long> seqs = [];
        await using var command = new NpgsqlCommand(Settled, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            entries.Add(Inbox.Read(reader));
            seqs.Add(reader.GetInt64(17));
        }

        return (entries, seqs);
    }

    private static async Task<Chain> Head(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT pos, hash FROM ledger_head FOR UPDATE", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return new Chain(reader.GetInt64(0), reader.GetFieldValue<byte[]>(1));
    }

    /// <summary>Lays all partitions up to that position.</summary>
    public static Task Partitions(NpgsqlConnection connection, long pos, CancellationToken ct) => pos == 0 ? Task.CompletedTask : Partition(connection, 0, pos, ct);

    private static async Task Partition(NpgsqlConnection connection, long head, long count, CancellationToken ct)
    {
        for (var number = (head + 1) / PartitionSize; number <= (head + count) / PartitionSize; number++)
            await Run(connection, $"CREATE TABLE IF NOT EXISTS ledger_{number} PARTITION OF ledger FOR VALUES FROM ({number * PartitionSize}) TO ({(number + 1) * PartitionSize})", ct);
    }

    private static async Task Move(NpgsqlConnection connection, List<LedgerEntry> entries, List<long> seqs, Chain head, CancellationToken ct)
    {
        await using (var import = await connection.BeginBinaryImportAsync($"COPY ledger ({Inbox.Columns}, pos, hash) FROM STDIN (FORMAT BINARY)", ct))
        {
            foreach (var entry in entries) await import.WriteRowAsync(ct, [.. Inbox.Values(entry), entry.Pos, entry.Hash]);
            await import.CompleteAsync(ct);
        }

        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new("DELETE FROM ledger_inbox WHERE seq = ANY($1)") { Parameters = { new() { Value = seqs, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint } } },
                new("UPDATE ledger_head SET pos = $1, hash = $2") { Parameters = { new() { Value = head.Pos }, new() { Value = head.Hash } } },
                new("SELECT pg_notify('callout', 'ledger ' || $1)") { Parameters = { new() { Value = head.Pos } } },
            },
        };
        await batch.ExecuteNonQueryAsync(ct);
    }

    private static async Task<T> Scalar<T>(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

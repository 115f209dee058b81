using Microsoft.Data.Sqlite;

namespace Callout.Sqlite;

/// <summary>Appends events with the next positions. One writer, so what it numbers is already settled.</summary>
internal sealed class SqliteLedger(SqliteConnection connection, Chain chain)
{
    private static readonly string[] Columns =
    [
        "pos", "command_id", "ordinal", "name", "version", "subject_type", "subject_id", "branch", "actor", "device",
        "at", "occurred_at", "occurred_quality", "depth", "body", "salt", "body_hash", "hash", "touched",
    ];

    private readonly SqliteCommand insert = Insert(connection);

    /// <summary>The head, in memory; it goes back together with a savepoint or a group.</summary>
    public Chain Chain { get; set; } = chain;

    public static async Task<SqliteLedger> Open(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pos, hash FROM ledger ORDER BY pos DESC LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync(ct);
        return new SqliteLedger(connection, await reader.ReadAsync(ct) ? new Chain(reader.GetInt64(0), (byte[])reader[1]) : new Chain(0, Chain.Root));
    }

    public void Append(IReadOnlyList<LedgerEntry> entries)
    {
        foreach (var entry in entries)
        {
            Chain.Add(entry);
            object?[] values =
            [
                entry.Pos, Bytes(entry.CommandId), entry.Ordinal, entry.Name, entry.Version, entry.SubjectType, Bytes(entry.SubjectId), Bytes(entry.Branch), entry.Actor, Bytes(entry.Device),
                Micros(entry.At), Micros(entry.OccurredAt), entry.OccurredQuality.ToString(), entry.Depth, entry.Body, entry.Salt, entry.BodyHash, entry.Hash, entry.Touched,
            ];
            for (var i = 0; i < values.Length; i++) insert.Parameters[i].Value = values[i] ?? DBNull.Value;
            insert.ExecuteNonQuery();
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection)
    {
        var command = connection.CreateCommand();
        command.CommandText = $"INSERT INTO ledger ({string.Join(", ", Columns)}) VALUES ({string.Join(", ", Columns.Select(c => $"@{c}"))})";
        foreach (var column in Columns) command.Parameters.Add(new SqliteParameter { ParameterName = $"@{column}" });
        return command;
    }

    private static byte[]? Bytes(Guid? id) => id?.ToByteArray(true);

    private static long Micros(Instant at) => at.ToUnixTimeTicks() / 10;
}

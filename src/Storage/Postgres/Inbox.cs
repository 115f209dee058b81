using Npgsql;
using NpgsqlTypes;

namespace Callout.Postgres;

/// <summary>Where events wait, committed with their effect, until everything before them has settled and they can be numbered.</summary>
internal static class Inbox
{
    public const string Columns = "command_id, ordinal, name, version, subject_type, subject_id, branch, actor, device, at, occurred_at, occurred_quality, depth, body, salt, body_hash, touched";

    private const string Insert = $"INSERT INTO ledger_inbox ({Columns}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)";

    public static async Task Append(NpgsqlConnection connection, IReadOnlyList<LedgerEntry> entries, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection);
        foreach (var entry in entries) batch.BatchCommands.Add(Of(entry));
        await batch.ExecuteNonQueryAsync(ct);
    }

    public static LedgerEntry Read(NpgsqlDataReader row) => new()
    {
        CommandId = row.GetGuid(0), Ordinal = row.GetInt32(1), Name = row.GetString(2), Version = row.GetInt32(3),
        SubjectType = row.GetString(4), SubjectId = row.GetGuid(5), Branch = row.IsDBNull(6) ? null : row.GetGuid(6), Actor = row.GetString(7),
        Device = row.IsDBNull(8) ? null : row.GetGuid(8), At = row.GetFieldValue<Instant>(9), OccurredAt = row.GetFieldValue<Instant>(10),
        OccurredQuality = Enum.Parse<TimeQuality>(row.GetString(11)), Depth = row.GetInt32(12), Body = row.GetString(13),
        Salt = row.GetFieldValue<byte[]>(14), BodyHash = row.GetFieldValue<byte[]>(15), Touched = row.GetString(16),
    };

    public static object?[] Values(LedgerEntry e) =>
    [
        e.CommandId, e.Ordinal, e.Name, e.Version, e.SubjectType, e.SubjectId, e.Branch, e.Actor, e.Device, e.At, e.OccurredAt,
        e.OccurredQuality.ToString(), e.Depth, e.Body, e.Salt, e.BodyHash, e.Touched,
    ];

    private static NpgsqlBatchCommand Of(LedgerEntry entry)
    {
        var command = new NpgsqlBatchCommand(Insert);
        foreach (var value in Values(entry))
            command.Parameters.Add(value is null ? new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid } : new NpgsqlParameter { Value = value });
        return command;
    }
}

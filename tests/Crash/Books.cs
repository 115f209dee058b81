using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Callout.Crash;

/// <summary>Looks into the database from outside and says what is wrong with it.</summary>
public sealed class Books(string data, string? postgres)
{
    /// <summary>Each of these must be zero.</summary>
    private static readonly (string What, string Sql)[] Rules =
    [
        ("events that happened twice", "SELECT count(*) FROM (SELECT command_id, ordinal FROM ledger GROUP BY command_id, ordinal HAVING count(*) > 1) twice"),
        ("events without a receipt", "SELECT count(*) FROM ledger l WHERE name = 'request.received' AND NOT EXISTS (SELECT 1 FROM receipt r WHERE r.command_id = l.command_id)"),
        ("receipts without their event", "SELECT count(*) FROM receipt r WHERE outcome = 'Applied' AND NOT EXISTS (SELECT 1 FROM ledger l WHERE l.command_id = r.command_id)"),
        ("requests without their event", "SELECT count(*) FROM service_request q WHERE NOT EXISTS (SELECT 1 FROM ledger l WHERE l.subject_id = q.id)"),
        ("events without their request", "SELECT count(*) FROM ledger l WHERE name = 'request.received' AND NOT EXISTS (SELECT 1 FROM service_request q WHERE l.subject_id = q.id)"),
        ("holes in the positions", "SELECT coalesce(max(pos), 0) - count(*) FROM ledger"),
        ("documents that the feed lacks", "SELECT (SELECT count(*) FROM service_request) - (SELECT count(DISTINCT document) FROM feed_document WHERE document LIKE 'request/%')"),
        ("documents that say something else than their row", "SELECT count(*) FROM service_request q JOIN feed_document d ON d.version <> q.version AND d.document = 'request/' || " + IdText),
    ];

    private const string IdText = "{id}";

    public async Task<List<string>> Faults(HashSet<Guid> acknowledged)
    {
        await using var connection = Open();
        await connection.OpenAsync();
        List<string> faults = [];
        foreach (var (what, sql) in Rules)
            if (await Count(connection, sql.Replace(IdText, Text("q.id"))) is var count && count != 0) faults.Add($"{count} {what}");
        var kept = await Commands(connection);
        if (acknowledged.Count(id => !kept.Contains(id)) is var lost and > 0) faults.Add($"{lost} acknowledged commands lost");
        return faults;
    }

    private DbConnection Open() => postgres is null ? new SqliteConnection($"Data Source={Path.Combine(data, "callout.db")};Mode=ReadOnly;Pooling=False") : new NpgsqlConnection(postgres);

    private string Text(string id) => postgres is not null
        ? $"{id}::text"
        : $"lower(substr(hex({id}),1,8)||'-'||substr(hex({id}),9,4)||'-'||substr(hex({id}),13,4)||'-'||substr(hex({id}),17,4)||'-'||substr(hex({id}),21))";

    private static async Task<long> Count(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync());
    }

    private async Task<HashSet<Guid>> Commands(DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT command_id FROM ledger";
        await using var reader = await command.ExecuteReaderAsync();
        HashSet<Guid> ids = [];
        while (await reader.ReadAsync()) ids.Add(postgres is null ? new Guid((byte[])reader[0], true) : reader.GetGuid(0));
        return ids;
    }
}

using Microsoft.Data.Sqlite;

namespace Callout.Sqlite;

/// <summary>
/// One file that holds the database as it was at one moment. SQLite writes it itself, through its own locks: what lies in the write-ahead log
/// is in it, what was erased is not, and the writer goes on meanwhile.
/// </summary>
internal static class SqliteCopy
{
    public const string Kind = "sqlite", Name = "callout.db";

    public static async Task<Copied> To(string folder, SqliteFile file, CancellationToken ct)
    {
        if (!File.Exists(file.Path)) throw new Trouble($"There is no database at {file.Path}; say with --data where it is.");
        var copy = new SqliteFile(Path.Combine(folder, Name));
        await using (var connection = await Open(file, ct))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = "VACUUM INTO $copy";
            command.Parameters.AddWithValue("$copy", copy.Path);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(ct);
        }

        await using (var written = new FileStream(copy.Path, FileMode.Open, FileAccess.ReadWrite)) written.Flush(flushToDisk: true);
        return await Of(copy, ct);
    }

    public static async Task<SchemaState> Schema(SqliteFile file, IReadOnlyList<string> known, CancellationToken ct)
    {
        if (!File.Exists(file.Path)) return new SchemaState([], known, Empty: true);
        await using var connection = await Open(file, ct);
        var tables = await Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'", ct);
        return new SchemaState(await Migrations(connection, tables, ct), known, tables.Count == 0);
    }

    /// <summary>Puts the copy where there is no database yet.</summary>
    public static async Task Load(string folder, SqliteFile file, CancellationToken ct)
    {
        var copy = new SqliteFile(Path.Combine(folder, Name));
        await using (var connection = await Open(copy, ct))
            if (await Texts(connection, "PRAGMA integrity_check", ct) is not ["ok"]) throw new Trouble("The copy of the database in this backup is not whole. Take another backup.");
        File.Copy(copy.Path, file.Path, overwrite: false);
        await using var written = new FileStream(file.Path, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }

    private static async Task<Copied> Of(SqliteFile file, CancellationToken ct)
    {
        await using var connection = await Open(file, ct);
        var tables = await Texts(connection, "SELECT name FROM sqlite_master WHERE type = 'table'", ct);
        var epoch = tables.Contains("setting") ? (await Texts(connection, "SELECT value FROM setting WHERE name = 'epoch'", ct)).FirstOrDefault() : null;
        var (pos, hash) = tables.Contains("ledger") ? await Head(connection, ct) : (0, Chain.Root);
        return new Copied(Kind, epoch, pos, Convert.ToHexStringLower(hash), await Migrations(connection, tables, ct), []);
    }

    private static async Task<(long Pos, byte[] Hash)> Head(SqliteConnection connection, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT pos, hash FROM ledger ORDER BY pos DESC LIMIT 1";
        await using var row = await command.ExecuteReaderAsync(ct);
        return await row.ReadAsync(ct) ? (row.GetInt64(0), (byte[])row[1]) : (0, Chain.Root);
    }

    private static async Task<IReadOnlyList<string>> Migrations(SqliteConnection connection, List<string> tables, CancellationToken ct) =>
        tables.Contains("__EFMigrationsHistory") ? await Texts(connection, "SELECT MigrationId FROM __EFMigrationsHistory ORDER BY MigrationId", ct) : [];

    private static async Task<List<string>> Texts(SqliteConnection connection, string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var row = await command.ExecuteReaderAsync(ct);
        List<string> texts = [];
        while (await row.ReadAsync(ct)) texts.Add(row.GetString(0));
        return texts;
    }

    private static async Task<SqliteConnection> Open(SqliteFile file, CancellationToken ct)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder(file.ForReading) { Pooling = false }.ToString());
        await connection.OpenAsync(ct);
        return connection;
    }
}

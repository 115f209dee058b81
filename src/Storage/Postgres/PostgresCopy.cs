using System.Data;
using System.Text;
using Npgsql;

namespace Callout.Postgres;

/// <summary>A text file for each table, all read in one snapshot. Their shape is the migrations', so they can be read by any later version of either program.</summary>
internal static class PostgresCopy
{
    public const string Kind = "postgres";

    /// <summary>Where the ledger's own rules lay tables, their rows follow once the rules are laid.</summary>
    public const string OfTheRules = "ledger_";

    /// <summary>Held while copying, so that no table is rewritten in between and everyone waits for it.</summary>
    public const long CopyLock = 0x436F7079;

    private const string Plain = "SET LOCAL timezone = 'UTC'; SET LOCAL datestyle = 'ISO, MDY'; SET LOCAL intervalstyle = 'postgres'; SET LOCAL extra_float_digits = 3; SET LOCAL bytea_output = 'hex'; SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL statement_timeout = 0";

    // Not what the database makes itself: generated columns, and the order and transaction of what waits for its number.
    private const string Tables = """
        SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum)
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> '__EFMigrationsHistory'
          AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' AND a.attidentity = '' AND NOT (c.relname = 'ledger_inbox' AND a.attname = 'xid')
        GROUP BY c.relname ORDER BY c.relname
        """;

    public static async Task<Copied> To(string folder, NpgsqlDataSource source, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Run(connection, $"SELECT pg_advisory_lock_shared({CopyLock})", ct);
        try
        {
            await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
            await Run(connection, $"SET TRANSACTION READ ONLY; {Plain}", ct);
            List<CopiedTable> tables = [];
            foreach (var (name, columns) in await Shapes(connection, ct)) tables.Add(new CopiedTable(name, columns, await Write(folder, name, columns, connection, ct)));
            if (tables.Count == 0) throw new Trouble("There is nothing in this database; say with --postgres which one is meant.");
            return await Of(connection, tables, ct);
        }
        finally
        {
            await Run(connection, $"SELECT pg_advisory_unlock_shared({CopyLock})", CancellationToken.None);
        }
    }

    public static async Task<List<string>> Applied(NpgsqlConnection connection, CancellationToken ct) =>
        await Has(connection, "\"__EFMigrationsHistory\"", ct) ? await Texts(connection, "SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY 1", ct) : [];

    public static async Task<bool> IsEmpty(NpgsqlConnection connection, CancellationToken ct) =>
        await Number(connection, "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p')", ct) == 0;

    /// <summary>Fills the tables, those first that others refer to.</summary>
    public static async Task Fill(string folder, IEnumerable<CopiedTable> tables, NpgsqlConnection connection, CancellationToken ct)
    {
        await Run(connection, Plain, ct);
        foreach (var table in InOrder([.. tables], await References(connection, ct)))
        {
            await Read(folder, table, connection, ct);
            var rows = await Number(connection, $"SELECT count(*) FROM {Quoted(table.Name)}", ct);
            if (rows != table.Rows) throw new Trouble($"{table.Name} has {rows} rows after loading, and had {table.Rows}. Nothing was changed; take another backup.");
        }
    }

    public static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(ct);
    }

    public static async Task<long> Number(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        return Convert.ToInt64(await command.ExecuteScalarAsync(ct));
    }

    private static async Task<Copied> Of(NpgsqlConnection connection, List<CopiedTable> tables, CancellationToken ct)
    {
        var epoch = await Has(connection, "setting", ct) ? (await Texts(connection, "SELECT value FROM setting WHERE name = 'epoch'", ct)).FirstOrDefault() : null;
        var (pos, hash) = (0L, Convert.ToHexStringLower(Chain.Root));
        if (await Has(connection, "ledger_head", ct))
        {
            await using var command = new NpgsqlCommand("SELECT pos, encode(hash, 'hex') FROM ledger_head", connection);
            await using var row = await command.ExecuteReaderAsync(ct);
            if (await row.ReadAsync(ct)) (pos, hash) = (row.GetInt64(0), row.GetString(1));
        }

        return new Copied(Kind, epoch, pos, hash, await Applied(connection, ct), tables);
    }

    private static async Task<long> Write(string folder, string table, IReadOnlyList<string> columns, NpgsqlConnection connection, CancellationToken ct)
    {
        await using var file = File.Create(FileOf(folder, table));
        await using var text = new StreamWriter(file, new UTF8Encoding(false), 1 << 16) { NewLine = "\n" };
        // What waits for its number keeps the order in which it was settled.
        var order = table == "ledger_inbox" ? " ORDER BY xid, seq" : "";
        using var rows = await connection.BeginTextExportAsync($"COPY (SELECT {Listed(columns)} FROM {Quoted(table)}{order}) TO STDOUT", ct);
        var (buffer, count) = (new char[1 << 15], 0L);
        for (int read; (read = await rows.ReadAsync(buffer, ct)) > 0;)
        {
            // A line break within a value is written as \n, so each of these ends a row.
            count += buffer.AsSpan(0, read).Count('\n');
            await text.WriteAsync(buffer.AsMemory(0, read), ct);
        }

        await text.FlushAsync(ct);
        file.Flush(flushToDisk: true);
        return count;
    }

    private static async Task Read(string folder, CopiedTable table, NpgsqlConnection connection, CancellationToken ct)
    {
        using var text = new StreamReader(FileOf(folder, table.Name), new UTF8Encoding(false, throwOnInvalidBytes: true));
        await using var rows = await connection.BeginTextImportAsync($"COPY {Quoted(table.Name)} ({Listed(table.Columns)}) FROM STDIN", ct);
        var buffer = new char[1 << 15];
        for (int read; (read = await text.ReadAsync(buffer, ct)) > 0;) await rows.WriteAsync(buffer.AsMemory(0, read), ct);
    }

    private static IEnumerable<CopiedTable> InOrder(List<CopiedTable> tables, ILookup<string, string> references)
    {
        var waiting = tables.ToDictionary(t => t.Name);
        while (waiting.Count > 0)
        {
            var ready = waiting.Values.Where(t => !references[t.Name].Any(other => other != t.Name && waiting.ContainsKey(other))).OrderBy(t => t.Name, StringComparer.Ordinal).ToList();
            if (ready.Count == 0) throw new InvalidOperationException($"{string.Join(", ", waiting.Keys)} refer to each other in a circle.");
            foreach (var table in ready)
            {
                waiting.Remove(table.Name);
                yield return table;
            }
        }
    }

    private static async Task<ILookup<string, string>> References(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "SELECT f.relname, t.relname FROM pg_constraint k JOIN pg_class f ON f.oid = k.conrelid JOIN pg_class t ON t.oid = k.confrelid JOIN pg_namespace n ON n.oid = f.relnamespace WHERE k.contype = 'f' AND n.nspname = 'public'", connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        List<(string From, string To)> found = [];
        while (await row.ReadAsync(ct)) found.Add((row.GetString(0), row.GetString(1)));
        return found.ToLookup(f => f.From, f => f.To);
    }

    private static async Task<List<(string Name, string[] Columns)>> Shapes(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        List<(string, string[])> found = [];
        while (await row.ReadAsync(ct)) found.Add((row.GetString(0), row.GetFieldValue<string[]>(1)));
        return found;
    }

    private static async Task<bool> Has(NpgsqlConnection connection, string table, CancellationToken ct) => await Number(connection, $"SELECT count(to_regclass('public.{table}'))", ct) > 0;

    private static async Task<List<string>> Texts(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var row = await command.ExecuteReaderAsync(ct);
        List<string> texts = [];
        while (await row.ReadAsync(ct)) texts.Add(row.GetString(0));
        return texts;
    }

    private static string FileOf(string folder, string table) => Path.Combine(folder, $"{table}.copy");

    private static string Listed(IEnumerable<string> columns) => string.Join(", ", columns.Select(Quoted));

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"")}\"";
}

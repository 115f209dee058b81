using System.Data.Common;
using Callout.Identity;
using Callout.WorkOrders;
using Callout.Workforce;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Npgsql;

namespace Callout.Modules.Tests.Plans;

/// <summary>
/// Makes a house that is filled into one that has grown: every table of some rows is copied until it has more than <see cref="Rows"/>.
/// The ids of a copy are those of its original, shifted alike in every table, so that a copied order has its copied visits.
/// </summary>
internal sealed class Volume(Db db)
{
    public const int Rows = 10_500;

    private const int FewAtMost = 15;

    // An organisation has some of these and not ten thousand (its people are searched by any part of a name, one by one); what works by itself must not find work.
    private static readonly string[] Few = ["branch", "zone", "work_type", "skill", "failure_code", "person", "credential", "technician", "certificate", "vehicle", "due", "reader_cursor", "counter", "setting", "backlog", "ledger_inbox"];

    private static readonly Type[] FewIds = [typeof(BranchId), typeof(WorkTypeId), typeof(SkillId), typeof(ZoneId)];

    public async Task Grow()
    {
        await using var connection = Own();
        await connection.OpenAsync();
        await Run(connection, connection is NpgsqlConnection ? "SET session_replication_role = replica" : "PRAGMA foreign_keys = OFF");
        foreach (var table in db.Model.GetEntityTypes().Where(t => !Few.Contains(t.GetTableName()))) await Copy(table, connection);
        // PostgreSQL looks at what it holds by itself; nobody tells SQLite to.
        if (connection is NpgsqlConnection) await Run(connection, "ANALYZE");
    }

    // The house's own connections may only read.
    private DbConnection Own()
    {
        var mine = db.Database.GetDbConnection();
        return mine is SqliteConnection ? new SqliteConnection(new SqliteConnectionStringBuilder(mine.ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString()) : (DbConnection)((ICloneable)mine).Clone();
    }

    private static async Task Copy(IEntityType type, DbConnection connection)
    {
        var (columns, rows) = await Read(type.GetTableName()!, connection);
        if (rows.Count is <= FewAtMost or > Rows) return;
        var shifts = columns.Select(column => Shift(type, column)).ToArray();
        var copies = Enumerable.Range(1, (Rows / rows.Count) + 1).SelectMany(copy => rows.Select(row => row.Select((value, n) => value is DBNull ? value : shifts[n](value, copy)).ToArray()));
        await Write(type.GetTableName()!, columns, copies, connection);
    }

    private static Func<object, int, object> Shift(IEntityType type, string column)
    {
        var property = type.GetFlattenedProperties().First(p => p.GetColumnName() == column);
        var of = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (FewIds.Contains(of)) return (value, _) => value;
        if (of == typeof(Guid) || IsId(of)) return Shifted;
        var alone = property.IsKey() || property.GetContainingIndexes().Any(i => i.IsUnique);
        if (alone && of == typeof(byte[])) return Shifted;
        if (alone && of == typeof(string)) return (value, copy) => $"{value}~{copy}";
        return alone && of == typeof(long) ? (value, copy) => (long)value + (copy * 1_000_000L) : (value, _) => value;
    }

    internal static bool IsId(Type type) => type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IId<>));

    private static object Shifted(object id, int copy)
    {
        var bytes = id is Guid guid ? guid.ToByteArray(true) : [.. (byte[])id];
        (bytes[8], bytes[9]) = ((byte)(bytes[8] ^ (copy >> 8)), (byte)(bytes[9] ^ copy));
        return id is Guid ? new Guid(bytes, true) : bytes;
    }

    private static async Task<(string[] Columns, List<object[]> Rows)> Read(string table, DbConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM \"{table}\"";
        await using var reader = await command.ExecuteReaderAsync();
        string[] columns = [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
        List<object[]> rows = [];
        while (await reader.ReadAsync())
        {
            rows.Add(new object[columns.Length]);
            reader.GetValues(rows[^1]);
        }

        return (columns, rows);
    }

    private static async Task Write(string table, string[] columns, IEnumerable<object[]> rows, DbConnection connection)
    {
        var names = string.Join(", ", columns.Select(c => $"\"{c}\""));
        if (connection is NpgsqlConnection postgres)
        {
            await using var copy = await postgres.BeginBinaryImportAsync($"COPY \"{table}\" ({names}) FROM STDIN (FORMAT BINARY)");
            foreach (var row in rows) await copy.WriteRowAsync(default, row);
            await copy.CompleteAsync();
            return;
        }

        await using var transaction = await connection.BeginTransactionAsync();
        await using var insert = connection.CreateCommand();
        insert.CommandText = $"INSERT INTO \"{table}\" ({names}) VALUES ({string.Join(", ", columns.Select((_, n) => $"@p{n}"))})";
        foreach (var n in Enumerable.Range(0, columns.Length)) insert.Parameters.Add(new SqliteParameter($"@p{n}", DBNull.Value));
        foreach (var row in rows)
        {
            for (var n = 0; n < row.Length; n++) insert.Parameters[n].Value = row[n];
            await insert.ExecuteNonQueryAsync();
        }

        await transaction.CommitAsync();
    }

    private static async Task Run(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

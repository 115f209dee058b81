using System.Data.Common;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SQLitePCL;

namespace Callout.Modules.Tests.Plans;

/// <summary>Runs a statement again to see how many rows it passes one by one, without an index that leads to them.</summary>
internal static class Plan
{
    public static async Task<long> RowsPassed(Statement statement, Db db)
    {
        await db.Database.OpenConnectionAsync();
        return db.Database.GetDbConnection() is NpgsqlConnection postgres ? await InPostgres(statement, postgres) : InSqlite(statement, (SqliteConnection)db.Database.GetDbConnection());
    }

    // SQLite counts the steps of loops that no index bounds.
    private static long InSqlite(Statement statement, SqliteConnection connection)
    {
        var code = raw.sqlite3_prepare_v2(connection.Handle, statement.Sql, out var prepared);
        Assert.True(code == raw.SQLITE_OK, raw.sqlite3_errmsg(connection.Handle).utf8_to_string());
        using (prepared)
        {
            foreach (var parameter in statement.Parameters) Bind(prepared, parameter);
            while (raw.sqlite3_step(prepared) == raw.SQLITE_ROW) ;
            return raw.sqlite3_stmt_status(prepared, raw.SQLITE_STMTSTATUS_FULLSCAN_STEP, 0);
        }
    }

    private static void Bind(sqlite3_stmt prepared, DbParameter parameter)
    {
        var at = raw.sqlite3_bind_parameter_index(prepared, parameter.ParameterName);
        _ = parameter.Value switch
        {
            null or DBNull => raw.sqlite3_bind_null(prepared, at),
            byte[] bytes => raw.sqlite3_bind_blob(prepared, at, bytes),
            string text => raw.sqlite3_bind_text(prepared, at, text),
            double number => raw.sqlite3_bind_double(prepared, at, number),
            _ => raw.sqlite3_bind_int64(prepared, at, Convert.ToInt64(parameter.Value)),
        };
    }

    // Of ten thousand rows it is often cheaper to read them all than to be led; what counts is whether anything leads to them, once there are a million.
    private static async Task<long> InPostgres(Statement statement, NpgsqlConnection connection)
    {
        await using (var led = new NpgsqlCommand("SET enable_seqscan TO off", connection)) await led.ExecuteNonQueryAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN (ANALYZE, FORMAT JSON) {statement.Sql}";
        foreach (NpgsqlParameter parameter in statement.Parameters) command.Parameters.Add(parameter.Clone());
        using var plan = JsonDocument.Parse((string)(await command.ExecuteScalarAsync())!);
        return Passed(plan.RootElement[0].GetProperty("Plan"));
    }

    private static long Passed(JsonElement node)
    {
        var below = node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Sum(Passed) : 0;
        var unled = node.GetProperty("Node Type").GetString() is var type && type == "Seq Scan" || (type!.StartsWith("Index", StringComparison.Ordinal) && !node.TryGetProperty("Index Cond", out _));
        return below + (unled ? (Rows(node, "Actual Rows") + Rows(node, "Rows Removed by Filter")) * Rows(node, "Actual Loops") : 0);
    }

    private static long Rows(JsonElement node, string name) => node.TryGetProperty(name, out var rows) ? (long)rows.GetDouble() : 0;
}

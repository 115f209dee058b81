using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Callout.Modules.Tests.Plans;

/// <summary>Lays the rows of a house on PostgreSQL into an empty one on SQLite, as its own model writes them.</summary>
internal static class Twin
{
    private static readonly MethodInfo All = typeof(Twin).GetMethod(nameof(AllOf), BindingFlags.Static | BindingFlags.NonPublic)!;

    public static async Task Fill(Db from, Db to)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(to.Database.GetDbConnection().ConnectionString) { Mode = SqliteOpenMode.ReadWrite, Pooling = false, ForeignKeys = false }.ToString());
        await connection.OpenAsync();
        await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync();
        foreach (var type in to.Model.GetEntityTypes())
        {
            await Run($"DELETE FROM \"{type.GetTableName()}\"", connection, transaction);
            var theirs = from.Model.FindEntityType(type.Name)!;
            await Write(type, (IReadOnlyList<object>)All.MakeGenericMethod(theirs.ClrType).Invoke(null, [from])!, connection, transaction);
        }

        await transaction.CommitAsync();
    }

    private static IReadOnlyList<object> AllOf<T>(Db db) where T : class => [.. db.Set<T>().IgnoreQueryFilters().AsNoTracking()];

    private static async Task Write(IEntityType type, IReadOnlyList<object> rows, SqliteConnection connection, SqliteTransaction transaction)
    {
        if (rows.Count == 0) return;
        List<IProperty> properties = [.. type.GetFlattenedProperties()];
        await using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO \"{type.GetTableName()}\" ({string.Join(", ", properties.Select(p => $"\"{p.GetColumnName()}\""))}) VALUES ({string.Join(", ", properties.Select((_, n) => $"@p{n}"))})";
        foreach (var n in Enumerable.Range(0, properties.Count)) insert.Parameters.Add(new SqliteParameter($"@p{n}", DBNull.Value));
        foreach (var row in rows)
        {
            for (var n = 0; n < properties.Count; n++) insert.Parameters[n].Value = Stored(properties[n], row) ?? DBNull.Value;
            await insert.ExecuteNonQueryAsync();
        }
    }

    private static object? Stored(IProperty property, object row)
    {
        var value = property.GetGetter().GetClrValueUsingContainingEntity(row);
        return value is null || property.GetTypeMapping().Converter is not { } converter ? value : converter.ConvertToProvider(value);
    }

    private static async Task Run(string sql, SqliteConnection connection, SqliteTransaction transaction)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        await command.ExecuteNonQueryAsync();
    }
}

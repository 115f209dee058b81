using System.Text;
using Npgsql;

namespace Callout.Testing;

/// <summary>What is left of something in the database's own files, or, on PostgreSQL, in any row.</summary>
public static class Traces
{
    public static Task<bool> Holds(this TestHouse house, string text) => house.Holds(Encoding.UTF8.GetBytes(text));

    public static async Task<bool> Holds(this TestHouse house, byte[] bytes) =>
        house.Postgres is null ? Files(house).Any(f => f.AsSpan().IndexOf(bytes) >= 0) : (await Dump(house)).Any(row => row.Contains(Convert.ToHexStringLower(bytes), StringComparison.Ordinal) || row.Contains(Encoding.UTF8.GetString(bytes), StringComparison.Ordinal));

    private static IEnumerable<byte[]> Files(TestHouse house)
    {
        foreach (var path in Directory.GetFiles(house.Folder, "callout.db*"))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            yield return bytes;
        }
    }

    private static async Task<List<string>> Dump(TestHouse house)
    {
        await using var connection = new NpgsqlConnection(house.Postgres);
        await connection.OpenAsync();
        List<string> rows = [], tables = [];
        await using (var command = new NpgsqlCommand("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public'", connection))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) tables.Add(reader.GetString(0));
        foreach (var table in tables)
        {
            await using var command = new NpgsqlCommand($"SELECT t::text FROM {table} t", connection);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        }

        return rows;
    }
}

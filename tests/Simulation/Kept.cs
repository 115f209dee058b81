using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Callout.Simulation;

/// <summary>The one backup that there is of the house, on either database.</summary>
internal sealed class Kept(TestHouse house)
{
    private long reaches;

    private string Database => Path.Combine(house.Folder, "callout.db");

    /// <summary>Says whether the house had to be closed and opened again for it.</summary>
    public async Task<bool> Take()
    {
        reaches = await Head();
        if (house.Postgres is null) CopyFile(Database, Database + ".kept");
        else
        {
            await house.Stop();
            await CopyDatabase(Name, Name + "_kept");
            await house.Restart();
        }

        Reach();
        return house.Postgres is not null;
    }

    /// <summary>The house is closed afterwards.</summary>
    public async Task PutBack()
    {
        // What the witness knew would keep the server from starting on an older database, as it should when nobody meant it.
        var witness = house.Services.GetRequiredService<WitnessBook>().Folder;
        await house.Stop();
        Directory.Delete(witness, recursive: true);
        if (house.Postgres is null) CopyFile(Database + ".kept", Database);
        else await CopyDatabase(Name + "_kept", Name);
    }

    public void Reach() => house.Services.GetRequiredService<Durable>().Reach(reaches);

    /// <summary>The planted fault of a server that calls durable what no backup holds.</summary>
    public async Task ReachNow() => house.Services.GetRequiredService<Durable>().Reach(await Head());

    private async Task<long> Head()
    {
        await using var db = await house.Db();
        return await db.Set<LedgerEntry>().MaxAsync(e => (long?)e.Pos) ?? 0;
    }

    private string Name => new NpgsqlConnectionStringBuilder(house.Postgres).Database!;

    private static async Task CopyDatabase(string from, string to)
    {
        NpgsqlConnection.ClearAllPools();
        await using var connection = new NpgsqlConnection(TestDatabase.Cluster);
        await connection.OpenAsync();
        foreach (var sql in new[] { $"DROP DATABASE IF EXISTS {to} WITH (FORCE)", $"CREATE DATABASE {to} TEMPLATE {from}" })
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    private static void CopyFile(string from, string to)
    {
        using var source = new SqliteConnection($"Data Source={from};Pooling=False");
        using var target = new SqliteConnection($"Data Source={to};Pooling=False");
        source.Open();
        target.Open();
        source.BackupDatabase(target);
    }
}

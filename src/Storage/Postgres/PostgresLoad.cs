using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;

namespace Callout.Postgres;

/// <summary>Puts a copy in the place of what the database holds, in one transaction: an error, a kill or a check that fails leaves what was there.</summary>
internal sealed class PostgresLoad(NpgsqlDataSource source, IServiceProvider services)
{
    public async Task Run(string folder, Copied copied, string aside, Func<Db, CancellationToken, Task> check, CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Alone(connection, ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Run(connection, "SET LOCAL idle_in_transaction_session_timeout = 0; SET LOCAL client_min_messages = warning", ct);
        await SetAside(aside, connection, ct);
        var options = new DbContextOptionsBuilder<Db>();
        PostgresStorage.Configure(options, connection).UseApplicationServiceProvider(services);
        await using var db = new Db(options.Options);
        var migrator = db.GetService<IMigrator>();
        var (ofModel, ofRules) = (copied.Tables.Where(t => !OfTheRules(t)), copied.Tables.Where(OfTheRules));
        var reached = copied.Migrations.Count > 0 ? copied.Migrations[^1] : Migration.InitialDatabase;
        await Run(connection, migrator.GenerateScript(Migration.InitialDatabase, reached, MigrationsSqlGenerationOptions.NoTransactions), ct);
        await Numbering.Partitions(connection, copied.Pos, ct);
        await PostgresCopy.Fill(folder, ofModel, connection, ct);
        await Run(connection, migrator.GenerateScript(reached, null, MigrationsSqlGenerationOptions.NoTransactions), ct);
        foreach (var rule in EmbeddedRules.Of(typeof(PostgresStorage).Assembly)) await Run(connection, rule, ct);
        await Run(connection, "DELETE FROM ledger_head", ct);
        await PostgresCopy.Fill(folder, ofRules, connection, ct);
        await db.Database.UseTransactionAsync(transaction, ct);
        await check(db.Through(Sight.Everything), ct);
        await transaction.CommitAsync(ct);
    }

    private static bool OfTheRules(CopiedTable table) => table.Name.StartsWith(PostgresCopy.OfTheRules, StringComparison.Ordinal);

    /// <summary>A server that goes on writing into what is set aside would acknowledge what nobody sees again.</summary>
    private static async Task Alone(NpgsqlConnection connection, CancellationToken ct)
    {
        const string Others = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND backend_type = 'client backend' AND pid <> pg_backend_pid()";
        for (var attempt = 1; await PostgresCopy.Number(connection, Others, ct) > 0; attempt++)
        {
            if (attempt == 20) throw new Trouble("Somebody is connected to this database. Stop every server of this installation first; nothing was changed.");
            await Task.Delay(100, ct);
        }
    }

    private static async Task SetAside(string aside, NpgsqlConnection connection, CancellationToken ct)
    {
        if (await PostgresCopy.IsEmpty(connection, ct)) return;
        // The extension stays with what is in use, so that the old schema can be dropped whenever its owner likes.
        await Run(connection, $"ALTER SCHEMA public RENAME TO \"{aside}\"; CREATE SCHEMA public", ct);
        if (await PostgresCopy.Number(connection, "SELECT count(*) FROM pg_extension WHERE extname = 'btree_gist'", ct) > 0) await Run(connection, "ALTER EXTENSION btree_gist SET SCHEMA public", ct);
    }

    private static Task Run(NpgsqlConnection connection, string sql, CancellationToken ct) => sql.Trim().Length == 0 ? Task.CompletedTask : PostgresCopy.Run(connection, sql, ct);
}

using System.Data;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Npgsql;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace Callout.Postgres;

/// <summary>The database for many nodes. It keeps its own types, so that any reporting tool can read it.</summary>
internal sealed class PostgresStorage(NpgsqlDataSource source, IDbContextFactory<Db> dbs, Numbering numbering, IServiceProvider services) : IStorage
{
    public string Kind => PostgresCopy.Kind;

    private const long MigrationLock = 0x43616C6C6F7574;

    public void Conventions(ModelConfigurationBuilder conventions, IEnumerable<Type> ids)
    {
        // Text compares by its bytes, as in SQLite: both databases sort alike, and a prefix is found by its index.
        conventions.Properties<string>().UseCollation("C");
        foreach (var id in ids) conventions.Properties(id).HaveConversion(typeof(IdUuid<>).MakeGenericType(id));
    }

    /// <summary>Several nodes may start at once; one migrates, the others wait for it.</summary>
    public async Task Prepare(CancellationToken ct)
    {
        await using var held = await source.OpenConnectionAsync(ct);
        await Run(held, $"SELECT pg_advisory_lock({MigrationLock})", ct);
        await using (var db = await dbs.CreateDbContextAsync(ct))
        {
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.WhenNeeded;
            // Migrating compares the whole model first, which costs as much as all else here.
            if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) await db.Database.MigrateAsync(ct);
            db.Database.AutoTransactionBehavior = AutoTransactionBehavior.Never;
        }

        foreach (var rule in EmbeddedRules.Of(typeof(PostgresStorage).Assembly)) await Run(held, rule, ct);
        await Run(held, $"SELECT pg_advisory_unlock({MigrationLock})", ct);
        while (await numbering.Step(ct)) ;
    }

    public async Task<SchemaState> Schema(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        return new SchemaState(await PostgresCopy.Applied(connection, ct), [.. db.Database.GetMigrations()], await PostgresCopy.IsEmpty(connection, ct));
    }

    public Task<Copied> CopyTo(string folder, CancellationToken ct) => PostgresCopy.To(folder, source, ct);

    public async Task Load(string folder, Copied copied, string aside, Func<Db, CancellationToken, Task> check, CancellationToken ct)
    {
        source.Clear();
        await new PostgresLoad(source, services).Run(folder, copied, aside, check, ct);
        // What the connections remember is of the tables that were set aside.
        source.Clear();
        await Prepare(ct);
    }

    public async Task<bool> IsNumbered(CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT NOT EXISTS (SELECT 1 FROM ledger_inbox)");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task<IAsyncDisposable> Snapshot(Db db, CancellationToken ct) => await db.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);

    public async Task Scrub(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        await Run(connection, $"SELECT pg_advisory_lock({PostgresCopy.CopyLock})", ct);
        foreach (var table in await Tables(connection, ct)) await Run(connection, $"VACUUM FULL {table}", ct);
        await Run(connection, $"SELECT pg_advisory_unlock({PostgresCopy.CopyLock})", ct);
    }

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlDataSource source) => Ours(options.UseNpgsql(source, Provider));

    internal static DbContextOptionsBuilder Configure(DbContextOptionsBuilder options, NpgsqlConnection connection) => Ours(options.UseNpgsql(connection, Provider));

    private static void Provider(NpgsqlDbContextOptionsBuilder npgsql) => npgsql.UseNodaTime().MigrationsAssembly(typeof(PostgresStorage).Assembly.GetName().Name);

    private static DbContextOptionsBuilder Ours(DbContextOptionsBuilder options) => options
        .ReplaceService<IModelCacheKeyFactory, ModelKey>()
        .ReplaceService<IMigrationsSqlGenerator, PartitionedLedger>()
        .AddInterceptors(RowLocks.Instance);

    private static async Task<List<string>> Tables(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("SELECT format('%I', tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename NOT LIKE 'ledger%'", connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        List<string> tables = [];
        while (await reader.ReadAsync(ct)) tables.Add(reader.GetString(0));
        return tables;
    }

    private static async Task Run(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

internal sealed class IdUuid<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Read(value)) where TId : struct, IId<TId>
{
    private static TId Read(Guid value) => TId.From(value);
}

using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;

namespace Callout.Sqlite;

/// <summary>The embedded database: one file, one writer, any number of readers.</summary>
internal sealed class SqliteStorage(Lazy<SqliteWriter> writer, SqliteFile file, IDbContextFactory<Db> dbs) : IStorage
{
    public string Kind => SqliteCopy.Kind;

    public void Conventions(ModelConfigurationBuilder conventions, IEnumerable<Type> ids)
    {
        foreach (var id in ids) conventions.Properties(id).HaveConversion(typeof(IdBytes<>).MakeGenericType(id));
        conventions.Properties<Guid>().HaveConversion<GuidBytes>();
        conventions.Properties<Instant>().HaveConversion<InstantMicroseconds>();
        conventions.Properties<Duration>().HaveConversion<DurationMicroseconds>();
        conventions.Properties<LocalDate>().HaveConversion<DateText>();
        conventions.Properties<LocalTime>().HaveConversion<TimeText>();
        conventions.Properties<LocalDateTime>().HaveConversion<DateTimeText>();
    }

    public Task Prepare(CancellationToken ct) => writer.Value.Open(ct);

    public async Task<SchemaState> Schema(CancellationToken ct)
    {
        await using var db = await dbs.CreateDbContextAsync(ct);
        return await SqliteCopy.Schema(file, [.. db.Database.GetMigrations()], ct);
    }

    public Task<Copied> CopyTo(string folder, CancellationToken ct) => SqliteCopy.To(folder, file, ct);

    public async Task Load(string folder, Copied copied, string aside, Func<Db, CancellationToken, Task> check, CancellationToken ct)
    {
        await SqliteCopy.Load(folder, file, ct);
        await Prepare(ct);
        await using var db = await dbs.CreateDbContextAsync(ct);
        await check(db.Through(Sight.Everything), ct);
    }

    public Task<bool> IsNumbered(CancellationToken ct) => Task.FromResult(true);

    public async Task<IAsyncDisposable> Snapshot(Db db, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        var transaction = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(transaction, ct);
        return new Moment(db, transaction);
    }

    public Task Scrub(CancellationToken ct) => writer.Value.Checkpoint(ct);

    /// <summary>A transaction that was handed to a context is not ended by it, and would keep its state alive until the connection closes.</summary>
    private sealed class Moment(Db db, SqliteTransaction transaction) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await db.Database.UseTransactionAsync(null);
            await transaction.DisposeAsync();
            await db.Database.CloseConnectionAsync();
        }
    }

    internal static DbContextOptionsBuilder ForReading(DbContextOptionsBuilder options, SqliteFile file) =>
        options.UseSqlite(file.ForReading, Migrations).ReplaceService<IModelCacheKeyFactory, ModelKey>();

    internal static DbContextOptionsBuilder ForWriting(DbContextOptionsBuilder options, SqliteConnection connection) =>
        options.UseSqlite(connection, Migrations).ReplaceService<IModelCacheKeyFactory, ModelKey>();

    // A list is one parameter, so that the same question has the same SQL however long the list is, and need not be written anew each time.
    private static void Migrations(SqliteDbContextOptionsBuilder sqlite) =>
        sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter).MigrationsAssembly(typeof(SqliteStorage).Assembly.GetName().Name);
}

internal sealed record SqliteFile(string Path)
{
    public string ForWriting => new SqliteConnectionStringBuilder { DataSource = Path, Pooling = false, ForeignKeys = true }.ToString();

    /// <summary>Read-only: nothing but the writer can change the file.</summary>
    public string ForReading => new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadOnly, ForeignKeys = true }.ToString();
}

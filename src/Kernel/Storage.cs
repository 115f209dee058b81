namespace Callout.Kernel;

/// <summary>What the two databases do differently. Nothing else may know which one it is.</summary>
public interface IStorage
{
    /// <summary>Of the database, in a word.</summary>
    string Kind { get; }

    void Conventions(ModelConfigurationBuilder conventions, IEnumerable<Type> ids);

    /// <summary>Brings the schema up to date and lays the database's own rules, such as the one against double booking.</summary>
    Task Prepare(CancellationToken ct);

    Task<SchemaState> Schema(CancellationToken ct);

    /// <summary>Copies everything, as of one moment, into an empty folder, while others read and write.</summary>
    Task<Copied> CopyTo(string folder, CancellationToken ct);

    /// <summary>Puts a copy in the place of what the database holds and brings it up to date, wholly or not at all. What was there is kept beside it.</summary>
    /// <param name="aside">The name under which that is kept.</param>
    /// <param name="check">Looks at what was loaded, and throws to take it all back.</param>
    Task Load(string folder, Copied copied, string aside, Func<Db, CancellationToken, Task> check, CancellationToken ct);

    /// <summary>Whether every event that was written has its place in the ledger.</summary>
    Task<bool> IsNumbered(CancellationToken ct);

    /// <summary>Everything read until the answer is disposed is of one moment.</summary>
    Task<IAsyncDisposable> Snapshot(Db db, CancellationToken ct);

    /// <summary>After an erasure: leaves no copy of what was deleted in the database's own files.</summary>
    Task Scrub(CancellationToken ct);
}

/// <summary>Opens contexts for reading.</summary>
public sealed class Dbs(IDbContextFactory<Db> factory, IStorage storage)
{
    internal Db Open(Sight sight) => factory.CreateDbContext().Through(sight);

    internal Task<IAsyncDisposable> Snapshot(Db db, CancellationToken ct) => storage.Snapshot(db, ct);
}

namespace Callout.Kernel;

/// <summary>What the two databases do differently. Nothing else may know which one it is.</summary>
public interface IStorage
{
    void Conventions(ModelConfigurationBuilder conventions, IEnumerable<Type> ids);

    /// <summary>Brings the schema up to date and lays the database's own rules, such as the one against double booking.</summary>
    Task Prepare(CancellationToken ct);

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

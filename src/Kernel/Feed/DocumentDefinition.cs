namespace Callout.Kernel;

public abstract record DocumentDefinition(string Name, Type EntityType)
{
    /// <summary>Each of these entities as it is now; one that is gone is not among them.</summary>
    internal abstract Task<IReadOnlyList<Rendering>> Render(IReadOnlyCollection<Guid> ids, Db db, CancellationToken ct);
}

internal sealed record Rendering(Guid Id, long Version, IReadOnlyList<Audience> Audiences, Shapes Shapes);

internal sealed record DocumentDefinition<TEntity>(string Name, Func<TEntity, IEnumerable<Audience>> Audiences, Func<TEntity, Shapes> Shapes)
    : DocumentDefinition(Name, typeof(TEntity)) where TEntity : Entity
{
    internal override async Task<IReadOnlyList<Rendering>> Render(IReadOnlyCollection<Guid> ids, Db db, CancellationToken ct)
    {
        var entities = await db.Set<TEntity>().AsNoTracking().Where(Keys.AreIn<TEntity>(ids)).ToListAsync(ct);
        return [.. entities.Select(e => new Rendering(e.Key, e.Version, [.. Audiences(e).Where(a => a.Key.Length > 0)], Shapes(e)))];
    }
}

using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Callout.Kernel;

/// <summary>How one entity is stored. Found by convention in the module's <c>Storage/</c>.</summary>
public abstract class EntityMap<T> : IEntityMap where T : class
{
    void IEntityMap.Apply(ModelBuilder model, Db db)
    {
        var mapping = new Mapping<T>(model.Entity<T>(), db);
        Map(mapping);
        mapping.Complete();
    }

    protected abstract void Map(Mapping<T> map);
}

internal interface IEntityMap
{
    void Apply(ModelBuilder model, Db db);
}

using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Callout.Kernel;

/// <summary>One model for each set of modules, where several live in one process.</summary>
public sealed class ModelKey : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), ((Db)context).House.Shape, designTime);
}

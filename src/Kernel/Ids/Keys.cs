using System.Linq.Expressions;

namespace Callout.Kernel;

/// <summary>Conditions on ids whose type is only known at run time.</summary>
internal static class Keys
{
    public static Expression<Func<TEntity, bool>> AreIn<TEntity>(IReadOnlyCollection<Guid> ids)
    {
        var row = Expression.Parameter(typeof(TEntity));
        var id = Expression.Property(row, "Id");
        var typed = (Expression)typeof(Keys).GetMethod(nameof(Typed))!.MakeGenericMethod(id.Type).Invoke(null, [ids])!;
        return Expression.Lambda<Func<TEntity, bool>>(Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [id.Type], typed, id), row);
    }

    public static Expression Typed<TId>(IReadOnlyCollection<Guid> ids) where TId : struct, IId<TId>
    {
        // A closure, so that the query is compiled once and the ids stay a parameter.
        List<TId> values = [.. ids.Select(TId.From)];
        Expression<Func<List<TId>>> closure = () => values;
        return closure.Body;
    }
}

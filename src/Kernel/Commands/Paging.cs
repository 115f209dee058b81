using System.Linq.Expressions;

namespace Callout.Kernel;

/// <param name="Next">Ask with this as <c>after</c> for the page that follows; absent on the last.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, Guid? Next);

public static class Paging
{
    private const int Usual = 50, AtMost = 200;

    /// <summary>Newest first. A page begins after an id, so that its cost does not grow with how far it lies.</summary>
    public static async Task<Page<TShape>> Page<T, TId, TShape>(this IQueryable<T> rows, Guid? after, int? limit, Expression<Func<T, TShape>> shape, CancellationToken ct)
        where T : Entity<TId> where TId : struct, IId<TId>
    {
        var size = Math.Clamp(limit ?? Usual, 1, AtMost);
        if (after is { } last) rows = rows.Where(Before<T, TId>(TId.From(last)));
        var found = await rows.OrderByDescending(e => e.Id).Take(size + 1).Select(Keyed<T, TId, TShape>(shape)).ToListAsync(ct);
        var more = found.Count > size;
        return new Page<TShape>([.. found.Take(size).Select(f => f.Shape)], more ? found[size - 1].Id.Value : null);
    }

    // Ids have no "<" of their own in C#; both databases order them by their bytes.
    private static Expression<Func<T, bool>> Before<T, TId>(TId last) where T : Entity<TId> where TId : struct, IId<TId>
    {
        Expression<Func<T, TId>> id = e => e.Id;
        Expression<Func<TId>> value = () => last;
        var less = typeof(Paging).GetMethod(nameof(Less))!.MakeGenericMethod(typeof(TId));
        return Expression.Lambda<Func<T, bool>>(Expression.LessThan(id.Body, value.Body, false, less), id.Parameters);
    }

    private static Expression<Func<T, Row<TId, TShape>>> Keyed<T, TId, TShape>(Expression<Func<T, TShape>> shape) where T : Entity<TId> where TId : struct, IId<TId>
    {
        var row = shape.Parameters[0];
        var made = Expression.MemberInit(
            Expression.New(typeof(Row<TId, TShape>)),
            Expression.Bind(typeof(Row<TId, TShape>).GetProperty(nameof(Row<TId, TShape>.Id))!, Expression.Property(row, nameof(Entity<TId>.Id))),
            Expression.Bind(typeof(Row<TId, TShape>).GetProperty(nameof(Row<TId, TShape>.Shape))!, shape.Body));
        return Expression.Lambda<Func<T, Row<TId, TShape>>>(made, row);
    }

    public static bool Less<TId>(TId left, TId right) where TId : struct, IId<TId> => left.Value.CompareTo(right.Value) < 0;

    private sealed class Row<TId, TShape> where TId : struct
    {
        public TId Id { get; init; }

        public TShape Shape { get; init; } = default!;
    }
}

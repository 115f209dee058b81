using System.Linq.Expressions;

namespace Callout.WorkOrders;

/// <summary>Pages of a queue that stands in an order of its own: each begins after the place where the one before ended.</summary>
internal static class Queue
{
    private const int Usual = 50, AtMost = 200;

    /// <param name="all">Where the row before is looked up: it may have left the list meanwhile.</param>
    public static async Task<Page<TLine>> InTurn<T, TId, TLine>(
        this IQueryable<T> rows, Expression<Func<T, long>> turn, IQueryable<T> all, Guid? after, int? limit, Expression<Func<T, TLine>> line, Func<TLine, TId> key, CancellationToken ct)
        where T : Entity<TId> where TId : struct, IId<TId>
    {
        var size = Math.Clamp(limit ?? Usual, 1, AtMost);
        if (after is { } last) rows = rows.Where(Behind(turn, await PlaceOf(all, turn, TId.From(last), ct), TId.From(last)));
        var found = await rows.OrderBy(turn).ThenBy(r => r.Id).Take(size + 1).Select(line).ToListAsync(ct);
        return new Page<TLine>([.. found.Take(size)], found.Count > size ? key(found[size - 1]).Value : null);
    }

    /// <summary>Who sees one branch alone asks for that one, by its index.</summary>
    public static BranchId? OnlyBranch(this Reading reading) => reading.Principal.Sight is { Everywhere: false, Branches: [var one] } ? one : null;

    private static async Task<long> PlaceOf<T, TId>(IQueryable<T> all, Expression<Func<T, long>> turn, TId id, CancellationToken ct) where T : Entity<TId> where TId : struct, IId<TId> =>
        await all.Where(r => r.Id.Equals(id)).Select(turn).FirstOrDefaultAsync(ct);

    // Ids have no "<" of their own in C#; both databases order them by their bytes.
    private static Expression<Func<T, bool>> Behind<T, TId>(Expression<Func<T, long>> turn, long place, TId last) where T : Entity<TId> where TId : struct, IId<TId>
    {
        Expression<Func<long>> there = () => place;
        Expression<Func<TId>> before = () => last;
        var less = typeof(Paging).GetMethod(nameof(Paging.Less))!.MakeGenericMethod(typeof(TId));
        var mine = Expression.Property(turn.Parameters[0], nameof(Entity<TId>.Id));
        var later = Expression.GreaterThan(turn.Body, there.Body);
        var beside = Expression.AndAlso(Expression.Equal(turn.Body, there.Body), Expression.LessThan(before.Body, mine, false, less));
        return Expression.Lambda<Func<T, bool>>(Expression.OrElse(later, beside), turn.Parameters[0]);
    }
}

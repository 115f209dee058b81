namespace Callout.WorkOrders;

/// <summary>Pages of a queue that is not ordered by id: each begins after the place where the one before ended.</summary>
internal static class Queue
{
    private const int Usual = 50, AtMost = 200;

    public static int Size(int? limit) => Math.Clamp(limit ?? Usual, 1, AtMost);

    public static Page<TLine> ToPage<TLine>(this IReadOnlyList<TLine> found, int? limit, Func<TLine, Guid> id)
    {
        var size = Size(limit);
        return new Page<TLine>([.. found.Take(size)], found.Count > size ? id(found[size - 1]) : null);
    }
}

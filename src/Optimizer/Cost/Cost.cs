using System.Runtime.CompilerServices;

namespace Callout.Optimizer;

/// <summary>
/// The levels of an objective folded into two numbers of 62 bits: <c>High</c> decides, <c>Low</c> breaks ties. <see cref="Folding"/>
/// proves that neither can overflow and that within each a lower level cannot outweigh a higher one.
/// </summary>
internal readonly record struct Cost(long High, long Low) : IComparable<Cost>
{
    public static readonly Cost Zero = default;
    public static readonly Cost Infinite = new(long.MaxValue / 2, long.MaxValue / 2);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cost operator +(Cost a, Cost b) => new(a.High + b.High, a.Low + b.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Cost operator -(Cost a, Cost b) => new(a.High - b.High, a.Low - b.Low);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator <(Cost a, Cost b) => a.High < b.High || a.High == b.High && a.Low < b.Low;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool operator >(Cost a, Cost b) => b < a;

    public static bool operator <=(Cost a, Cost b) => !(b < a);
    public static bool operator >=(Cost a, Cost b) => !(a < b);

    public int CompareTo(Cost other) => High != other.High ? High.CompareTo(other.High) : Low.CompareTo(other.Low);
}

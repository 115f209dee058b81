namespace Callout.Optimizer;

/// <summary>Logarithms and powers in whole numbers, so that a seed gives the same plan on every machine.</summary>
internal static class Fixed
{
    /// <summary>-ln((i + 0.5) / 4096) in 1/2^20.</summary>
    public static readonly int[] MinusLog = [.. Enumerable.Range(0, 4096).Select(i => (int)((((13L << 32) - Log2((ulong)(2 * i + 1))) * 726_817L) >> 32))];

    /// <summary>log2 of a positive number in 1/2^32, by repeated squaring.</summary>
    public static long Log2(ulong x)
    {
        var whole = 63 - System.Numerics.BitOperations.LeadingZeroCount(x);
        var mantissa = x << (63 - whole);
        long fraction = 0;
        for (var bit = 31; bit >= 0; bit--)
        {
            var square = Math.BigMul(mantissa, mantissa, out var low);
            if (square >> 63 != 0) { fraction |= 1L << bit; mantissa = square; }
            else mantissa = square << 1 | low >> 63;
        }
        return ((long)whole << 32) + fraction;
    }

    /// <summary>2 to the power of <paramref name="x"/> / 2^32, rounded down; x from 0 to 62 x 2^32.</summary>
    public static long Exp2(long x)
    {
        var whole = (int)(x >> 32);
        ulong mantissa = 1UL << 62;
        for (var bit = 0; bit < 32; bit++)
            if ((x & (1L << (31 - bit))) != 0)
                mantissa = (ulong)(((UInt128)mantissa * Roots[bit]) >> 62);
        return (long)(mantissa >> (62 - whole));
    }

    /// <summary>2^(1/2), 2^(1/4), … in 1/2^62, each the root of the one before.</summary>
    private static readonly ulong[] Roots = MakeRoots();

    private static ulong[] MakeRoots()
    {
        var roots = new ulong[32];
        var x = (UInt128)2 << 62;
        for (var i = 0; i < roots.Length; i++)
        {
            x = Root(x << 62);
            roots[i] = (ulong)x;
        }
        return roots;
    }

    private static UInt128 Root(UInt128 square)
    {
        UInt128 root = 0;
        for (var bit = (UInt128)1 << 63; bit != 0; bit >>= 1)
            if ((root | bit) * (root | bit) <= square) root |= bit;
        return root;
    }
}

using System.Numerics;
using System.Runtime.CompilerServices;

namespace Callout.Optimizer;

/// <summary>xoshiro256** of Blackman and Vigna, seeded by splitmix64: the same numbers on every machine.</summary>
internal struct Rng
{
    private ulong _a, _b, _c, _d;

    public Rng(ulong seed) => (_a, _b, _c, _d) = (Mix(ref seed), Mix(ref seed), Mix(ref seed), Mix(ref seed));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong Next()
    {
        var result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        var t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A whole number from 0 up to, not including, <paramref name="bound"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)(uint)bound) >> 32);

    /// <summary>True with a chance of <paramref name="per1024"/> in 1,024.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Chance(int per1024) => (int)(Next() >> 54) < per1024;

    private static ulong Mix(ref ulong seed)
    {
        var z = seed += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

namespace Callout.App.Demo;

/// <summary>Everything that chance decides in the demo comes from one seed, ids too.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public int Below(int limit) => random.Next(limit);

    public int Between(int least, int most) => random.Next(least, most + 1);

    public bool Once(int among) => random.Next(among) == 0;

    public T Of<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

    public double Around(double middle, double spread) => middle + (random.NextDouble() * 2 - 1) * spread;

    /// <summary>Version 7, in the order of time.</summary>
    public TId New<TId>(Instant at) where TId : struct, IId<TId>
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var milliseconds = at.ToUnixTimeMilliseconds();
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(milliseconds >> (40 - 8 * i));
        (bytes[6], bytes[8]) = ((byte)(0x70 | bytes[6] & 0x0F), (byte)(0x80 | bytes[8] & 0x3F));
        return TId.From(new Guid(bytes, bigEndian: true));
    }
}

namespace Callout.Optimizer;

/// <summary>
/// The temperature of a search, from warm to cold along a geometric curve in whole numbers. How warm it starts depends on what a leg costs and on how many
/// iterations there will be for each stop: a short search of a large plan has no time to climb down from great heat.
/// </summary>
internal sealed class Cooling(Until until, CancellationToken cancel)
{
    private const long One = 1L << 32;

    /// <summary>Above this the temperature no longer follows the price of a leg: it would not fit into 62 bits.</summary>
    private const long Longest = 1L << 42;

    private readonly double _began = until.Elapsed?.Invoke() ?? 0;
    private readonly System.Threading.Lock _lock = new();
    private long _iterations, _sinceBetter;
    private volatile bool _over;

    public long Iterations => Interlocked.Read(ref _iterations);

    /// <summary>From 0 to 2^32.</summary>
    private long Done { get; set; }

    public bool Over => _over || cancel.IsCancellationRequested;
    public double Share => (double)Done / One;

    /// <summary>Counts iterations done and looks at the clock.</summary>
    public void Count(int iterations, bool better)
    {
        lock (_lock)
        {
            _iterations += iterations;
            _sinceBetter = better ? 0 : _sinceBetter + iterations;
            var done = until.Iterations == long.MaxValue ? 0 : until.Iterations == 0 ? One : (long)((UInt128)Math.Min(_iterations, until.Iterations) * One / (UInt128)until.Iterations);
            if (!double.IsPositiveInfinity(until.Seconds)) done = Math.Max(done, (long)(Math.Min(1, (until.Elapsed!() - _began) / Math.Max(until.Seconds, 1e-9)) * One));
            Done = Math.Max(Done, done);
            _over |= Done >= One || _sinceBetter >= until.WithoutImprovement;
        }
    }

    /// <summary>How many iterations may still be done before a fixed number of them is reached.</summary>
    public int AtMost(int iterations) => (int)Math.Min(iterations, Math.Max(0, until.Iterations - Iterations));

    /// <summary>Whether to stop at once, in the middle of a round: the time is up or nobody waits any more.</summary>
    public bool Interrupted => cancel.IsCancellationRequested || _timed && Over;

    private readonly bool _timed = !double.IsPositiveInfinity(until.Seconds);

    /// <summary>The iterations left are fewer than can be dealt out.</summary>
    public void End() => _over = true;

    /// <summary>How many iterations are left before their fixed number is reached.</summary>
    public long Left => Math.Max(0, until.Iterations - Iterations);

    /// <summary>
    /// From 7 % of a leg's cost times the root of the iterations to come for each stop, down to a sixteenth of a leg: found by trying both over instances of 100 to 40,000
    /// stops. The temperature now, in 1/65,536 of <see cref="Cost.Low"/>, where a leg costs <paramref name="leg"/> and there are <paramref name="stops"/> stops.
    /// </summary>
    /// <param name="iterations">How many iterations count as done for the asker: by a fixed number of them the temperature does not depend on what other threads have done meanwhile.</param>
    public long Temperature(long leg, int stops, long iterations) => Between(leg, stops, DoneBy(iterations));

    /// <summary>
    /// The same where a change may also cost <paramref name="steps"/> steps of a level above driving: the first third of the time cools down on that scale,
    /// on which a way saved decides nothing; what is left settles the driving.
    /// </summary>
    public Heat Heat(long leg, long steps, Cost step, int stops, long iterations)
    {
        var done = DoneBy(iterations);
        return steps > 0 && done < One / 3 ? new(step, Between(steps, stops, done * 3)) : new(new(0, 1), Between(leg, stops, steps > 0 ? (done - One / 3) * 3 / 2 : done));
    }

    private long DoneBy(long iterations) =>
        _timed || until.Iterations == long.MaxValue ? Done : (long)((UInt128)Math.Min(iterations, until.Iterations) * One / (UInt128)Math.Max(1, until.Iterations));

    private long Between(long leg, int stops, long done)
    {
        leg = Math.Min(leg, Longest);
        var perStop = (ulong)Math.Clamp(Expected / Math.Max(1, stops), 100, 25_000);
        var warm = (long)(((UInt128)(ulong)leg * (ulong)Fixed.Exp2((Fixed.Log2(perStop) >> 1) + (16L << 32)) * 7 / 100) & long.MaxValue);
        var cold = Math.Max(1, leg * 65_536 / 16);
        var (from, to) = (Fixed.Log2((ulong)Math.Max(warm, cold)), Fixed.Log2((ulong)cold));
        return Fixed.Exp2(from - (long)((UInt128)(ulong)(from - to) * (ulong)done >> 32));
    }

    /// <summary>The iterations that the whole search will take, as far as can be told.</summary>
    private long Expected => until.Iterations != long.MaxValue && double.IsPositiveInfinity(until.Seconds) ? until.Iterations
        : Done < One / 256 ? 0 : (long)UInt128.Min((UInt128)_iterations * One / (UInt128)Done, (UInt128)until.Iterations);
}

/// <summary>How much dearer a plan may become: a temperature in 1/65,536 of a unit, and what that unit weighs.</summary>
internal readonly record struct Heat(Cost Unit, long Temperature);

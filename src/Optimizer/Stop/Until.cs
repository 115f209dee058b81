namespace Callout.Optimizer;

/// <summary>When a search ends: whichever comes first. With a number of iterations alone, the same seed and threads give the same plan on every machine.</summary>
public sealed record Until
{
    /// <summary>Rounds of taking jobs out and putting them back, over all threads.</summary>
    public long Iterations { get; init; } = long.MaxValue;

    /// <summary>Seconds by <see cref="Elapsed"/>.</summary>
    public double Seconds { get; init; } = double.PositiveInfinity;

    /// <summary>The caller's clock: seconds since whatever it likes, never running backwards. Needed with <see cref="Seconds"/>.</summary>
    public Func<double>? Elapsed { get; init; }

    /// <summary>Iterations in a row without a better plan.</summary>
    public long WithoutImprovement { get; init; } = long.MaxValue;

    internal void Check()
    {
        InvalidProblem.If(double.IsNaN(Seconds) || Seconds < 0 || Iterations < 0 || WithoutImprovement < 0, "until.range", "A search cannot end before it begins.");
        InvalidProblem.If(Iterations == long.MaxValue && double.IsPositiveInfinity(Seconds) && WithoutImprovement == long.MaxValue, "until.never", "Say when the search is to end: after how many iterations, seconds, or iterations without improvement.");
        InvalidProblem.If(!double.IsPositiveInfinity(Seconds) && Elapsed is null, "until.clock", "A limit in seconds needs the clock that counts them.");
    }
}

/// <summary>How far a search is.</summary>
/// <param name="Done">From 0 to 1.</param>
/// <param name="Unserved">Jobs left out of the best plan so far.</param>
/// <param name="Best">The best plan so far, made when asked for; ask on the thread that reports.</param>
public sealed record Progress(double Done, long Iterations, int Unserved, Func<Plan> Best);

public sealed record SolveOptions
{
    public ulong Seed { get; init; } = 1;
    public int Threads { get; init; } = 1;

    /// <summary>Where to begin; what does not fit any more is left out. The answer is never worse than what is left of it.</summary>
    public Plan? Start { get; init; }

    /// <summary>Called now and then, on the caller's thread.</summary>
    public Action<Progress>? Report { get; init; }

    /// <summary>Ends the search at once with the best plan so far.</summary>
    public CancellationToken Cancel { get; init; }
}

public sealed record SolveResult(Plan Plan, long Iterations);

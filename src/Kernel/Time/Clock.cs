namespace Callout.Kernel;

/// <summary>The one place that reads the time. It comes from <see cref="TimeProvider"/>, so that one fake drives everything.</summary>
public sealed class Clock(TimeProvider time) : IClock
{
    public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(time.GetUtcNow()).ToMicroseconds();
}

public static class Precision
{
    /// <summary>Both databases keep microseconds, so nothing finer may enter.</summary>
    public static Instant ToMicroseconds(this Instant at) => at.Minus(Duration.FromTicks(at.ToUnixTimeTicks() % 10));
}

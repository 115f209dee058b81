namespace Callout.Kernel;

/// <summary>Around a command: which one it is, who sends it, from which device, and when it happened.</summary>
public sealed record Envelope(Guid Id, Principal Principal)
{
    public DeviceId? Device { get; init; }

    /// <summary>The device's own gap-free counter.</summary>
    public long? N { get; init; }

    /// <summary>By the device's clock, corrected; null when it happens now.</summary>
    public Instant? OccurredAt { get; init; }

    public TimeQuality OccurredQuality { get; init; }

    /// <summary>How many reactions lie between a person's command and this one.</summary>
    public int Depth { get; init; }

    public static Envelope System(Guid id, int depth = 0) => new(id, Principal.System) { Depth = depth };
}

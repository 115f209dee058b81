namespace Callout.Kernel;

/// <summary>Around a command: which one it is, who sends it, from which device, and when it happened.</summary>
public sealed record Envelope(Guid Id, Principal Principal)
{
    public DeviceId? Device { get; init; }

    /// <summary>The device's own gap-free counter; null when another brings what the device recorded, and its line stays where it is.</summary>
    public long? N { get; init; }

    /// <summary>What it is about, and the version of it that the person saw when they recorded it on a device.</summary>
    public Guid? Entity { get; init; }

    public long? BaseVersion { get; init; }

    /// <summary>As the device recorded it, to be kept for a person when it is not carried out.</summary>
    public SyncLine? Line { get; init; }

    /// <summary>By the device's clock, corrected; null when it happens now.</summary>
    public Instant? OccurredAt { get; init; }

    public TimeQuality OccurredQuality { get; init; }

    /// <summary>How many reactions lie between a person's command and this one.</summary>
    public int Depth { get; init; }

    public static Envelope System(Guid id, int depth = 0) => new(id, Principal.System) { Depth = depth };
}

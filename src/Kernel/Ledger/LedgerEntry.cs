using System.Text.Json;

namespace Callout.Kernel;

/// <summary>One event in its place. Positions are dense and settled; nothing is ever changed or removed.</summary>
public sealed class LedgerEntry
{
    public long Pos { get; internal set; }

    public Guid CommandId { get; internal init; }

    /// <summary>Orders the events of one command; (command, ordinal) names an event even after a restore gave positions anew.</summary>
    public int Ordinal { get; internal init; }

    public string Name { get; internal init; } = "";

    public int Version { get; internal init; }

    public string SubjectType { get; internal init; } = "";

    public Guid SubjectId { get; internal init; }

    public Guid? Branch { get; internal init; }

    public string Actor { get; internal init; } = "";

    public Guid? Device { get; internal init; }

    /// <summary>When the server took it in, by the server's clock.</summary>
    public Instant At { get; internal init; }

    /// <summary>When it happened, by the device's clock after correction.</summary>
    public Instant OccurredAt { get; internal init; }

    public TimeQuality OccurredQuality { get; internal init; }

    /// <summary>How many reactions lie between a person's command and this event.</summary>
    public int Depth { get; internal init; }

    public string Body { get; internal init; } = "";

    public byte[] Salt { get; internal init; } = [];

    public byte[] BodyHash { get; internal init; } = [];

    public byte[] Hash { get; internal set; } = [];

    /// <summary>The documents this command changed, as <c>visit/0199…</c>, one space apart. An index for the feed, outside the chain.</summary>
    public string Touched { get; internal init; } = "";

    public string Subject => $"{SubjectType}/{SubjectId}";

    public TEvent Read<TEvent>() where TEvent : IEvent => JsonSerializer.Deserialize<TEvent>(Body, Wire.Json)!;
}

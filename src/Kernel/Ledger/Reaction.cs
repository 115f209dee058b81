namespace Callout.Kernel;

/// <summary>What one module does when another's event has happened.</summary>
/// <param name="Concerned">Which of these ask for anything at all; null: each may. The others are passed over without a transaction of their own.</param>
internal sealed record Reaction(
    string Name, Type Event, Func<LedgerEntry, Session, CancellationToken, Task> Handle,
    Func<IReadOnlyList<LedgerEntry>, Reading, CancellationToken, Task<IReadOnlyList<LedgerEntry>>>? Concerned = null)
{
    internal const int DepthAtMost = 8, AttemptsAtMost = 8;

    /// <summary>Derived from the event's command, so that a second run is recognised even after a restore.</summary>
    internal Envelope Envelope(LedgerEntry cause) => Kernel.Envelope.System(Id.Derived(cause.CommandId, cause.Ordinal, Name), cause.Depth + 1) with
    {
        OccurredAt = cause.OccurredAt, OccurredQuality = cause.OccurredQuality,
    };
}

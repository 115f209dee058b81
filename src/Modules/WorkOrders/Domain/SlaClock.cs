namespace Callout.WorkOrders;

/// <summary>A promise that runs against time. It is part of its order; all minutes count, on every day.</summary>
internal sealed record SlaClock(ClockKind Kind, Instant Started, int Minutes)
{
    public ClockState State { get; init; }

    public Duration Paused { get; init; }

    public Instant? PausedSince { get; init; }

    public Instant? MetAt { get; init; }

    public bool Breached { get; init; }

    public Instant Due => Started + Duration.FromMinutes(Minutes) + Paused;

    public bool IsOpen => State is ClockState.Running or ClockState.Paused or ClockState.Breached && MetAt is null;

    public SlaClock Pause(Instant at) => State == ClockState.Running ? this with { State = ClockState.Paused, PausedSince = at } : this;

    public SlaClock Resume(Instant at) =>
        State == ClockState.Paused ? this with { State = ClockState.Running, Paused = Paused + Duration.Max(Duration.Zero, at - PausedSince!.Value), PausedSince = null } : this;

    /// <summary>Kept late is kept, and was still a breach.</summary>
    public SlaClock Meet(Instant at)
    {
        if (!IsOpen) return this;
        var running = Resume(at);
        var late = running.Breached || at > running.Due;
        return running with { State = late ? ClockState.Breached : ClockState.Met, Breached = late, MetAt = at };
    }

    /// <summary>Sent back: it was not done after all. The time in between does not count against anyone.</summary>
    public SlaClock Reopen(Instant at) =>
        MetAt is { } met ? this with { State = Breached ? ClockState.Breached : ClockState.Running, Paused = Paused + (at - met), MetAt = null } : this;

    public SlaClock Breach(Instant now) =>
        State == ClockState.Running && now >= Due ? this with { State = ClockState.Breached, Breached = true } : this;

    public SlaClock Cancel() => IsOpen ? this with { State = ClockState.Cancelled, PausedSince = null } : this;

    /// <summary>The priority changed: another promise from the same start.</summary>
    public SlaClock Promise(int minutes) => IsOpen ? this with { Minutes = minutes } : this;
}

using Callout.Contracts;

namespace Callout.WorkOrders;

/// <summary>A promise that runs against time: what Contracts reckons from the order's terms and pauses, and what became of it.</summary>
/// <param name="Minutes">Of opening time.</param>
/// <param name="Due">While it stands still: when it would be due if it went on at once.</param>
internal sealed record SlaClock(ClockKind Kind, Instant Started, int Minutes, Instant Due)
{
    // A calendar that never opens again makes nothing due; both databases and the browser know this year.
    private static readonly Instant Never = Instant.FromUtc(9000, 1, 1, 0, 0);

    public ClockState State { get; init; }

    public Instant? PausedSince { get; init; }

    public Instant? MetAt { get; init; }

    public bool Breached { get; init; }

    public bool IsOpen => State is ClockState.Running or ClockState.Paused or ClockState.Breached && MetAt is null;

    public static SlaClock Start(SlaTerm term, Instant at) => new((ClockKind)term.Kind, at, 0, at);

    /// <summary>What of the pauses this promise does not count, up to when it was kept.</summary>
    public IReadOnlyList<Pause> Excluded(SlaTerm term, IReadOnlyList<Pause> pauses) =>
        [.. pauses.Where(p => term.PausedBy.Contains(p.Reason) && !(p.From >= MetAt)).Select(p => MetAt is { } met && !(p.Until <= met) ? p with { Until = met } : p)];

    /// <summary>As the terms and the pauses now stand. What was kept, or called off, stays as it was; what was broken stays broken.</summary>
    public SlaClock Reckon(SlaTerm? term, IReadOnlyList<Pause> pauses) => IsOpen ? Read(term, pauses) : this;

    /// <summary>Kept late is kept, and was still a breach.</summary>
    public SlaClock Meet(Instant at, SlaTerm? term, IReadOnlyList<Pause> pauses) => IsOpen ? (this with { MetAt = at }).Read(term, pauses) : this;

    /// <summary>Sent back: it was not done after all.</summary>
    public SlaClock Reopen() => MetAt is null ? this : this with { MetAt = null, State = Breached ? ClockState.Breached : ClockState.Running };

    public SlaClock Breach(Instant now) =>
        State == ClockState.Running && now >= Due ? this with { State = ClockState.Breached, Breached = true } : this;

    public SlaClock Cancel() => IsOpen ? this with { State = ClockState.Cancelled, PausedSince = null } : this;

    // Without a term it is no longer promised; what is left of it is that it was broken.
    private SlaClock Read(SlaTerm? term, IReadOnlyList<Pause> pauses)
    {
        if (term is null) return this;
        var excluded = Excluded(term, pauses);
        var due = Instant.Min(Never, term.Due(Started, excluded.Where(p => p.Until is not null)));
        var (still, broken) = (excluded.FirstOrDefault(p => p.Until is null)?.From, Breached || MetAt > due);
        var state = broken ? ClockState.Breached : MetAt is not null ? ClockState.Met : still is not null ? ClockState.Paused : ClockState.Running;
        return this with { Minutes = (int)term.Target.TotalMinutes, Due = due, PausedSince = still, Breached = broken, State = state };
    }
}

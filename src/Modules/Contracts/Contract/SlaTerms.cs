namespace Callout.Contracts;

public enum SlaKind
{
    /// <summary>Somebody has answered.</summary>
    Response,

    /// <summary>Somebody is on site.</summary>
    Arrival,

    /// <summary>It works again.</summary>
    Resolution,
}

/// <summary>Why work stands still; which of them stop a clock is for the policy to say.</summary>
public enum PauseReason
{
    Customer,
    Parts,
    Access,
    Approval,
    Payment,
    Weather,
    Other,
}

public enum SlaState
{
    Running,
    Paused,
    Met,
    Breached,
}

/// <summary>A time in which the work stood still; without an end it still does.</summary>
public sealed record Pause(PauseReason Reason, Instant From, Instant? Until = null);

/// <summary>How a clock stands.</summary>
/// <param name="Due">Null while it is paused: nobody can say when it will run again.</param>
/// <param name="Left">Working time left until it is due; negative when it is late.</param>
/// <param name="Excluded">The times that were not counted, and why. The time outside opening hours is not listed.</param>
public sealed record SlaReading(SlaKind Kind, SlaState State, Instant? Due, Duration Left, IReadOnlyList<Pause> Excluded);

/// <summary>One promise with its calendar: a pure function of when it began, where it paused, and the present.</summary>
public sealed record SlaTerm(SlaKind Kind, Duration Target, OpeningTimes Open, IReadOnlyList<PauseReason> PausedBy)
{
    /// <summary>When the target is used up. A due time that would fall on closing is the next opening: no working time lies between them.</summary>
    public Instant Due(Instant start, IEnumerable<Pause> pauses)
    {
        var left = Target;
        foreach (var stretch in Counted(start, pauses))
        {
            if (stretch.Duration > left) return stretch.Start + left;
            left -= stretch.Duration;
        }

        return Instant.MaxValue;
    }

    /// <summary>The working time that has passed.</summary>
    public Duration Elapsed(Instant start, IEnumerable<Pause> pauses, Instant at) =>
        Counted(start, pauses).TakeWhile(s => s.Start < at).Aggregate(Duration.Zero, (sum, s) => sum + (Instant.Min(s.End, at) - s.Start));

    /// <param name="met">When what was promised happened; null when it has not yet.</param>
    public SlaReading Read(Instant start, IReadOnlyList<Pause> pauses, Instant? met, Instant now)
    {
        var at = met ?? now;
        List<Pause> excluded = [.. pauses.Where(p => PausedBy.Contains(p.Reason) && p.From < at)];
        var left = Target - Elapsed(start, excluded, at);
        var due = Due(start, excluded);
        var state = at > due ? SlaState.Breached : met is not null ? SlaState.Met : excluded.Any(p => p.Until is null || p.Until > at) ? SlaState.Paused : SlaState.Running;
        return new SlaReading(Kind, state, state is SlaState.Paused || due == Instant.MaxValue ? null : due, state is SlaState.Breached ? -Open.Between(due, at) : left, excluded);
    }

    // Open time after the start, with the pauses cut out.
    private IEnumerable<Interval> Counted(Instant start, IEnumerable<Pause> pauses)
    {
        var still = pauses.Where(p => PausedBy.Contains(p.Reason) && !(p.Until <= p.From)).OrderBy(p => p.From).ToList();
        foreach (var stretch in Open.After(start))
        {
            var from = Instant.Max(stretch.Start, start);
            foreach (var pause in still.Where(p => p.From < stretch.End && (p.Until ?? Instant.MaxValue) > stretch.Start))
            {
                if (pause.From > from) yield return new Interval(from, pause.From);
                from = Instant.Max(from, pause.Until ?? Instant.MaxValue);
            }

            if (from < stretch.End) yield return new Interval(from, stretch.End);
            if (still.Any(p => p.Until is null && p.From <= stretch.End)) yield break;
        }
    }
}

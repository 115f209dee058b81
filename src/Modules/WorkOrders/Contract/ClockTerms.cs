namespace Callout.WorkOrders;

public enum ClockKind
{
    /// <summary>Until somebody answered.</summary>
    Response,

    /// <summary>Until somebody is on site.</summary>
    Arrival,

    /// <summary>Until it works again.</summary>
    Resolution,
}

public enum ClockState
{
    Running,
    Paused,
    Met,
    Breached,
    Cancelled,
}

/// <summary>A promise of the work type: so many minutes for this priority.</summary>
public sealed record SlaTarget(ClockKind Clock, Priority Priority, int Minutes);

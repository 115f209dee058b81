namespace Callout.Optimizer;

/// <summary>Something that happened after a plan was made. Times are seconds from the horizon.</summary>
public abstract record Change;

/// <summary>Somebody cannot work from then to then; what has begun is finished first.</summary>
public sealed record TechnicianOut(int Technician, int From, int To) : Change;

/// <summary>The work of a job will be over only then, wherever it stands.</summary>
public sealed record RunsLate(int Job, int NewEnd) : Change;

/// <summary>A job that has not begun is not wanted any more.</summary>
public sealed record Cancelled(int Job) : Change;

/// <summary>The customer was not there: the visit ends now if it has begun, else it is not made.</summary>
public sealed record NoShow(int Job) : Change;

/// <summary>There is no more of a part on a technician's van, or in a warehouse.</summary>
public sealed record PartGone(int Part, int? Technician = null, int? Warehouse = null) : Change;

/// <summary>Ways that take longer now, from place to place.</summary>
public sealed record RoadClosed(IReadOnlyDictionary<(int From, int To), Leg> Legs) : Change;

/// <summary>A job that nobody knew of.</summary>
public sealed record Emergency(Job Job) : Change;

public sealed record RepairOptions
{
    /// <summary>The time now; what has started by then is a fact. <c>null</c> means that nothing more has begun than the problem says.</summary>
    public int? Now { get; init; }

    /// <summary>Seconds from now within which nobody's next stops are touched, except by the change itself.</summary>
    public int FreezeHorizon { get; init; }

    public ulong Seed { get; init; } = 1;

    /// <summary>Called at once with the first feasible plan, and now and then with a better one.</summary>
    public Action<Plan>? Report { get; init; }

    public CancellationToken Cancel { get; init; }
}

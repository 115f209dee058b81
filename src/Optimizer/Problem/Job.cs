namespace Callout.Optimizer;

/// <summary>Work at a place. Times are seconds from the horizon, money is in minor units.</summary>
/// <param name="Id">Unique among the jobs.</param>
/// <param name="Duration">Seconds of work for a technician at 100 %.</param>
public sealed record Job(string Id, int Place, int Duration)
{
    /// <summary>Seconds of work by technician index where they differ from <see cref="Duration"/>; these are final, no percentage applies.</summary>
    public IReadOnlyDictionary<int, int> DurationBy { get; init; } = new Dictionary<int, int>();
    public int Kind { get; init; }
    public int? Territory { get; init; }

    /// <summary>When work may start; empty means any time.</summary>
    public IReadOnlyList<Window> Windows { get; init; } = [];

    /// <summary>How much it matters that this job is served; 0 or more, larger is more urgent.</summary>
    public int Priority { get; init; }

    /// <summary>When the work should be done, and what each minute after that costs.</summary>
    public int? Due { get; init; }
    public long LatePerMinute { get; init; }

    public IReadOnlyList<Skill> Skills { get; init; } = [];
    public IReadOnlyList<int> Certificates { get; init; } = [];
    public IReadOnlyList<int> Tools { get; init; } = [];
    public IReadOnlyList<PartNeed> Parts { get; init; } = [];

    public IReadOnlyList<int> PreferredTechnicians { get; init; } = [];

    /// <summary>If not empty, only these technicians may serve it.</summary>
    public IReadOnlyList<int> RequiredTechnicians { get; init; } = [];
    public IReadOnlyList<int> ExcludedTechnicians { get; init; } = [];

    /// <summary>Further technicians who start together with the first one, one per role, each somebody else. Each asks for what the job asks for unless it names its own skills.</summary>
    public IReadOnlyList<CrewRole> Crew { get; init; } = [];

    /// <summary>Whether the work may be done in several visits, one after the other, by the same or different technicians.</summary>
    public Split? Split { get; init; }

    /// <summary>What leaving this job out costs where that is allowed; <c>null</c> where the job is due and leaving it out counts as <see cref="Measure.UnservedJobs"/>.</summary>
    public long? LeaveOutPrice { get; init; }

    /// <summary>What is fixed already: who, when, or both.</summary>
    public Lock? Lock { get; init; }

    /// <summary>The window promised to the customer.</summary>
    public Promise? Promise { get; init; }

    /// <summary>Where the job stands in the plan now in force; what <see cref="Measure.ChangedTechnician"/> and its kin compare with.</summary>
    public Standing? Current { get; init; }
}

/// <summary>Work starts in [<c>From</c>, <c>To</c>]. A side is hard unless it has a price for each minute outside it.</summary>
public readonly record struct Window(int From, int To, long? EarlyPerMinute = null, long? LatePerMinute = null);

/// <summary>Parts used up by a job: <c>Part</c>, or one of the substitutes in this order, all from one kind.</summary>
public readonly record struct PartNeed(int Part, int Quantity)
{
    public IReadOnlyList<int> Substitutes { get; init; } = [];
}

/// <summary>One more technician of a crew.</summary>
/// <param name="Duration">Seconds this role is needed; <c>null</c> means as long as the job.</param>
public sealed record CrewRole(string Name, int? Duration = null)
{
    /// <summary><c>null</c> means what the job asks for.</summary>
    public IReadOnlyList<Skill>? Skills { get; init; }
    public IReadOnlyList<int>? Certificates { get; init; }
}

/// <summary>The work may be cut into at most <c>MaxPieces</c> equal pieces of at least <c>MinPiece</c> seconds each.</summary>
public readonly record struct Split(int MinPiece, int MaxPieces);

/// <param name="Technician">Only this technician, if given.</param>
/// <param name="Start">Work starts exactly then, if given.</param>
public readonly record struct Lock(int? Technician = null, int? Start = null);

/// <summary>Work starts in [<c>From</c>, <c>To</c>], as promised. Never broken unless <c>BreakPrice</c> says what that costs.</summary>
public readonly record struct Promise(int From, int To, long? BreakPrice = null);

public readonly record struct Standing(int Technician, int Start);

/// <summary>How two jobs depend on each other.</summary>
public enum Order
{
    /// <summary>The first ends at least <c>Gap</c> seconds before the second starts; the second is served only if the first is.</summary>
    Before,
    /// <summary>If both are served, then on the same day of the problem's calendar.</summary>
    SameDay,
    /// <summary>If both are served, then by the same technician (a crew's first).</summary>
    SameTechnician,
    /// <summary>If both are served, one starts at least <c>Gap</c> seconds after the other has ended, in either order.</summary>
    Apart,
}

public readonly record struct Relation(Order Kind, int First, int Second, int Gap = 0);

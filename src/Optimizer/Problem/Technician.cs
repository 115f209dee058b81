namespace Callout.Optimizer;

/// <summary>Somebody who can be sent. Every number that names a skill, certificate, part, place, territory or kind of work is an index into the problem's catalogues.</summary>
/// <param name="Id">Unique among the technicians; only for people and error texts.</param>
public sealed record Technician(string Id)
{
    public IReadOnlyList<Shift> Shifts { get; init; } = [];

    /// <summary>Where each tour starts and ends; <c>null</c> means wherever the first or last stop is, so that no leg is driven there. A shift may say otherwise.</summary>
    public int? StartPlace { get; init; }
    public int? EndPlace { get; init; }

    public IReadOnlyList<Skill> Skills { get; init; } = [];
    public IReadOnlyList<Certificate> Certificates { get; init; } = [];

    /// <summary>What lies on the van at the start of the first shift. It is used up over all shifts together.</summary>
    public IReadOnlyList<PartQuantity> Stock { get; init; } = [];

    /// <summary>Tools on the van; they are used, not used up.</summary>
    public IReadOnlyList<int> Tools { get; init; } = [];

    /// <summary>Territories this technician may work in; empty means all.</summary>
    public IReadOnlyList<int> Territories { get; init; } = [];

    /// <summary>Percent of a job's duration that this technician takes, by kind of work; 100 where the list ends.</summary>
    public IReadOnlyList<int> DurationPercent { get; init; } = [];

    /// <summary>Money in minor units: per hour driven or worked, per kilometre, and per minute after a shift's end.</summary>
    public long PerHour { get; init; }
    public long PerKilometre { get; init; }
    public long PerOvertimeMinute { get; init; }
}

/// <summary>A stretch of work, in seconds from the horizon. The tour leaves at <c>From</c> or later and is back by <c>To</c> plus <see cref="OvertimeLimit"/>.</summary>
public sealed record Shift(int From, int To)
{
    /// <summary>Seconds that the tour may last beyond <c>To</c>.</summary>
    public int OvertimeLimit { get; init; }
    public int? StartPlace { get; init; }
    public int? EndPlace { get; init; }
    public IReadOnlyList<Break> Breaks { get; init; } = [];
    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    /// <summary>Seconds of this shift that should stay free for emergencies; see <see cref="Measure.ReserveShort"/>.</summary>
    public int Reserve { get; init; }
}

/// <summary>A rest of <c>Length</c> seconds that starts in [<c>From</c>, <c>To</c>] (fixed where they are equal), between two stops, never during a drive. A tour without stops needs none.</summary>
public readonly record struct Break(int From, int To, int Length);

/// <summary>Something that may not move: the technician is at <c>Place</c> (or anywhere, if <c>null</c>) from <c>From</c> to <c>To</c>.</summary>
public readonly record struct Commitment(int From, int To, int? Place = null);

/// <summary>A skill held or asked for; a level is 1 or more.</summary>
public readonly record struct Skill(int Id, int Level = 1);

/// <summary>A certificate, valid until <c>Expires</c>, in seconds from the horizon: work done with it must end by then.</summary>
public readonly record struct Certificate(int Id, int Expires = int.MaxValue);

public readonly record struct PartQuantity(int Part, int Quantity);

/// <summary>A place where parts and tools are fetched on the way, as a stop of its own.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Duration">Seconds that a stop there takes.</param>
public sealed record Warehouse(string Id, int Place, int Duration)
{
    /// <summary>What it holds, shared by all who come; <see cref="int.MaxValue"/> means as many as wanted.</summary>
    public IReadOnlyList<PartQuantity> Stock { get; init; } = [];
    public IReadOnlyList<int> Tools { get; init; } = [];

    /// <summary>When it serves; a stop starts in [<c>Opens</c>, <c>Closes</c>].</summary>
    public int Opens { get; init; }
    public int Closes { get; init; } = int.MaxValue;
}

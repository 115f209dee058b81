namespace Callout.Optimizer;

/// <summary>Who does what and when. Times are seconds from the horizon.</summary>
public sealed record Plan(IReadOnlyList<Route> Routes, IReadOnlyList<Unassigned> Unassigned)
{
    public static Plan Empty { get; } = new([], []);
}

/// <summary>One tour: a technician's shift with at least one stop. Tours without stops are not listed.</summary>
/// <param name="Technician">Index into <see cref="Problem.Technicians"/>.</param>
/// <param name="Shift">Index into that technician's shifts.</param>
/// <param name="Leaves">When the technician leaves the start place (or starts the first stop, if there is none).</param>
/// <param name="Returns">When the technician is at the end place (or ends the last stop).</param>
public sealed record Route(int Technician, int Shift, int Leaves, int Returns, IReadOnlyList<Stop> Stops);

public enum StopKind { Work, Break, Warehouse, Commitment }

/// <param name="Index">Of the job, of the shift's break or commitment, or of the warehouse, as the kind says.</param>
/// <param name="Part">For work: 0 for the job's first technician, 1… for the roles of its crew; for a split job the piece.</param>
/// <param name="Pieces">How many pieces the job was cut into; 1 if it was not.</param>
/// <param name="Arrive">When the technician is there (equal to <c>Start</c> for a break).</param>
/// <param name="Start">When the work, rest or loading begins; <c>Arrive</c> or later.</param>
public readonly record struct Stop(StopKind Kind, int Index, int Part, int Pieces, int Arrive, int Start, int End);

/// <summary>A job that is not in the plan, and the rule that most technicians fail first.</summary>
public readonly record struct Unassigned(int Job, Rule Rule);

/// <summary>The rules that can keep a job from a technician.</summary>
public enum Rule
{
    None, Skill, Certificate, Territory, ExcludedTechnician, RequiredTechnician, Locked, Tool, Part, Window, Promise, Shift, Overtime, Break, Commitment,
    Crew, Predecessor, SameDay, SameTechnician, Apart, Travel, Capacity,
}

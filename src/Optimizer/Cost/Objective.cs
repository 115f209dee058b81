namespace Callout.Optimizer;

/// <summary>What a plan can be measured by. Every measure is a whole number, zero or more, and smaller is better.</summary>
public enum Measure
{
    /// <summary>Jobs that are left out without a price for it. Unit: jobs.</summary>
    UnservedJobs,
    /// <summary>Their priorities added up. Unit: priority.</summary>
    UnservedPriority,
    /// <summary><see cref="Job.LeaveOutPrice"/> of what is left out. Unit: minor money.</summary>
    LeftOut,
    /// <summary><see cref="Promise.BreakPrice"/> of promises broken. Unit: minor money.</summary>
    PromisesBroken,
    /// <summary><see cref="Job.LatePerMinute"/> for each begun minute that work ends after <see cref="Job.Due"/>. Unit: minor money.</summary>
    SlaLateness,
    /// <summary>Prices of starts outside soft windows, by the begun minute, in the cheapest window. Unit: minor money.</summary>
    SoftWindows,
    /// <summary>Time after the end of shifts. Unit: seconds.</summary>
    Overtime,
    /// <summary>Time on the road. Unit: seconds.</summary>
    TravelTime,
    /// <summary>Way on the road. Unit: metres.</summary>
    Distance,
    /// <summary>Hours driven and worked, kilometres and overtime at the technicians' prices. Unit: minor money / 3,600,000, so that no rounding is needed.</summary>
    Cost,
    /// <summary>From leaving to being back, leaving as late as the plan allows. Unit: seconds.</summary>
    Duration,
    /// <summary>Sum over all tours of the squared time driven and worked. Unit: minutes squared (of whole minutes).</summary>
    Imbalance,
    /// <summary>Jobs whose technician is another than in <see cref="Job.Current"/>. Unit: jobs.</summary>
    ChangedTechnician,
    /// <summary>How far starts have moved from <see cref="Job.Current"/>. Unit: minutes, rounded down.</summary>
    ChangedTime,
    /// <summary>Jobs of the current plan with another technician or another start, or none. Unit: jobs.</summary>
    Moved,
    /// <summary>How late jobs start. Unit: minutes from the horizon, rounded down.</summary>
    Earliest,
    /// <summary>Missing free time against <see cref="Shift.Reserve"/>. Unit: seconds.</summary>
    ReserveShort,
    /// <summary>Jobs that name preferred technicians and got somebody else. Unit: jobs.</summary>
    NotPreferred,
}

/// <summary>A measure and what one unit of it weighs within its level.</summary>
public readonly record struct Term(Measure Measure, long Weight = 1);

/// <summary>
/// Levels in order of rank: a lower level never outweighs a higher one, however much it improves. Within a level the terms are
/// added, each multiplied by its weight.
/// </summary>
public sealed class Objective
{
    public Objective(params IReadOnlyList<Term>[] levels)
    {
        InvalidProblem.If(levels.Length == 0, "objective.empty", "An objective needs at least one level.");
        foreach (var level in levels)
        {
            InvalidProblem.If(level.Count == 0, "objective.empty", "Each level of an objective needs at least one term.");
            foreach (var term in level)
                InvalidProblem.If(term.Weight <= 0 || !Enum.IsDefined(term.Measure), "objective.weight", $"The weight {term.Weight} of {term.Measure} must be positive.");
        }
        var twice = levels.SelectMany(l => l).GroupBy(t => t.Measure).FirstOrDefault(g => g.Count() > 1);
        InvalidProblem.If(twice is not null, "objective.twice", $"{twice?.Key} stands in the objective twice.");
        Levels = [.. levels.Select(l => (Term[])[.. l])];
    }

    public IReadOnlyList<IReadOnlyList<Term>> Levels { get; }

    /// <summary>Serve by priority, then serve all, then keep promises and due times, then drive little.</summary>
    public static Objective Standard { get; } = new(
        [new(Measure.UnservedPriority)],
        [new(Measure.UnservedJobs)],
        [new(Measure.PromisesBroken), new(Measure.SlaLateness), new(Measure.SoftWindows), new(Measure.LeftOut)],
        [new(Measure.TravelTime)]);
}

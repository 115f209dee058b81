namespace Callout.Optimizer;

/// <summary>
/// Weighs each measure so that one number holds all levels: from the lowest level up, a unit of a level weighs one more than all
/// that the levels below it in the same number can add up to. The bounds come from the problem alone.
/// </summary>
internal sealed class Folding
{
    private const int Bits = 61;

    private readonly Cost[] _weights = new Cost[Enum.GetValues<Measure>().Length];

    public Folding(Problem problem)
    {
        var bounds = new Bounds(problem);
        UInt128 below = 1;
        var high = false;
        var driving = false;
        foreach (var level in problem.Objective.Levels.Reverse())
        {
            UInt128 most = 0;
            foreach (var term in level) most += bounds.Of(term.Measure) * (UInt128)term.Weight;
            InvalidProblem.If(most >= (UInt128)1 << Bits, "objective.overflow", $"The level of {level[0].Measure} can reach {most}, which is too much; use smaller weights or a shorter horizon.");
            if (!high && below * (most + 1) >= (UInt128)1 << Bits) (high, below) = (true, 1);
            InvalidProblem.If(below * (most + 1) >= (UInt128)1 << Bits, "objective.overflow", $"The objective has too many levels for a problem of this size; join {level[0].Measure} with a neighbouring level by weights.");
            if (driving && AboveDriving == Cost.Zero) AboveDriving = high ? new Cost((long)below, 0) : new Cost(0, (long)below);
            driving |= level.Any(term => term.Measure is Measure.TravelTime or Measure.Distance or Measure.Duration or Measure.Cost);
            foreach (var term in level)
                _weights[(int)term.Measure] = high ? new Cost((long)below * term.Weight, 0) : new Cost(0, (long)below * term.Weight);
            below *= most + 1;
        }
    }

    /// <summary>What the least step weighs on the level above the lowest one that prices driving; zero where there is none.</summary>
    public Cost AboveDriving { get; }

    /// <summary>What one unit of a measure weighs; zero where the objective does not name it.</summary>
    public Cost Weight(Measure measure) => _weights[(int)measure];
    public bool Uses(Measure measure) => _weights[(int)measure] != Cost.Zero;
}

/// <summary>The most that each measure can reach in any plan of a problem.</summary>
internal sealed class Bounds(Problem problem)
{
    private readonly UInt128 _shiftSeconds = Sum(problem.Technicians.SelectMany(t => t.Shifts), s => s.To - s.From + s.OvertimeLimit);
    private readonly int _horizon = problem.Technicians.SelectMany(t => t.Shifts).Select(s => s.To + s.OvertimeLimit).DefaultIfEmpty().Max();

    public UInt128 Of(Measure measure) => measure switch
    {
        Measure.UnservedJobs or Measure.ChangedTechnician or Measure.Moved or Measure.NotPreferred => (UInt128)problem.Jobs.Count,
        Measure.UnservedPriority => Sum(problem.Jobs, j => j.Priority),
        Measure.LeftOut => Sum(problem.Jobs, j => j.LeaveOutPrice ?? 0),
        Measure.PromisesBroken => Sum(problem.Jobs, j => j.Promise?.BreakPrice ?? 0),
        Measure.SlaLateness => Sum(problem.Jobs, j => (UInt128)j.LatePerMinute * (UInt128)(Math.Max(0, _horizon - (j.Due ?? 0)) / 60 + 1)),
        Measure.SoftWindows => Sum(problem.Jobs, j => j.Windows.Select(Dearest).DefaultIfEmpty().Max() * (UInt128)(j.Split?.MaxPieces ?? 1)),
        Measure.Overtime => Sum(problem.Technicians.SelectMany(t => t.Shifts), s => s.OvertimeLimit),
        Measure.TravelTime or Measure.Duration => _shiftSeconds,
        Measure.Distance => Metres,
        Measure.Cost => Sum(problem.Technicians, t => (UInt128)t.PerHour * 1000 * Sum(t.Shifts, s => s.To - s.From + s.OvertimeLimit)
            + (UInt128)t.PerOvertimeMinute * 60_000 * Sum(t.Shifts, s => s.OvertimeLimit)) + Metres * 3600 * (UInt128)problem.Technicians.Select(t => t.PerKilometre).DefaultIfEmpty().Max(),
        Measure.Imbalance => Sum(problem.Technicians.SelectMany(t => t.Shifts), s => (long)((s.To - s.From + s.OvertimeLimit) / 60) * ((s.To - s.From + s.OvertimeLimit) / 60)),
        Measure.ChangedTime => Sum(problem.Jobs, j => j.Current is { } c ? Math.Max(c.Start, _horizon - c.Start) / 60 + 1 : 0),
        Measure.Earliest => (UInt128)problem.Jobs.Count * (UInt128)(_horizon / 60 + 1),
        Measure.ReserveShort => Sum(problem.Technicians.SelectMany(t => t.Shifts), s => s.Reserve + s.OvertimeLimit),
        _ => throw new ArgumentOutOfRangeException(nameof(measure)),
    };

    /// <summary>Each stop is driven to once, each tour home once, and a warehouse at most once before each stop.</summary>
    private UInt128 Metres => (UInt128)problem.Travel.MaxMetres * (UInt128)(
        2L * problem.Jobs.Sum(j => 1L + j.Crew.Count + (j.Split?.MaxPieces ?? 0)) + problem.Technicians.Sum(t => t.Shifts.Sum(s => 1L + s.Commitments.Count)));

    private UInt128 Dearest(Window window) => UInt128.Max(
        (UInt128)(window.EarlyPerMinute ?? 0) * (UInt128)(window.From / 60 + 1),
        (UInt128)(window.LatePerMinute ?? 0) * (UInt128)(Math.Max(0, _horizon - window.To) / 60 + 1));

    private static UInt128 Sum<T>(IEnumerable<T> all, Func<T, UInt128> of)
    {
        UInt128 sum = 0;
        foreach (var one in all) sum += of(one);
        return sum;
    }

    private static UInt128 Sum<T>(IEnumerable<T> all, Func<T, long> of) => Sum(all, one => (UInt128)of(one));
}

namespace Callout.Optimizer;

/// <summary>
/// Everything a plan must respect, checked once and never changed afterwards. Technicians and jobs are known by their position in
/// these lists; skills, certificates, tools, parts, territories and kinds of work by their position in the catalogues of names.
/// </summary>
public sealed class Problem
{
    public required Travel Travel { get; init; }
    public IReadOnlyList<Technician> Technicians { get; init; } = [];
    public IReadOnlyList<Job> Jobs { get; init; } = [];
    public IReadOnlyList<Relation> Relations { get; init; } = [];
    public IReadOnlyList<Warehouse> Warehouses { get; init; } = [];
    public Objective Objective { get; init; } = Objective.Standard;

    public IReadOnlyList<string> Skills { get; init; } = [];
    public IReadOnlyList<string> Certificates { get; init; } = [];
    public IReadOnlyList<string> Tools { get; init; } = [];
    public IReadOnlyList<string> Parts { get; init; } = [];
    public IReadOnlyList<string> Territories { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Seconds from the horizon at which each day after the first begins; empty means one day every 86,400 s.</summary>
    public IReadOnlyList<int> DayStarts { get; init; } = [];

    /// <summary>Everything up to then is done or under way and is not touched by a search; see <see cref="FrozenPlan"/>.</summary>
    public int FrozenUntil { get; init; } = int.MinValue;

    /// <summary>The plan whose stops before <see cref="FrozenUntil"/> are facts.</summary>
    public Plan? FrozenPlan { get; init; }

    /// <summary>No time, duration or quantity may be larger; some 31 years in seconds.</summary>
    public const int Largest = 1_000_000_000;

    /// <summary>Says what is wrong, by name; returns itself when nothing is.</summary>
    /// <exception cref="InvalidProblem">The first thing found to be wrong.</exception>
    public Problem Checked()
    {
        if (!_checked) new Validation(this).Run();
        _checked = true;
        return this;
    }

    private bool _checked;

    /// <summary>The same but for what is given.</summary>
    public Problem With(IReadOnlyList<Technician>? technicians = null, IReadOnlyList<Job>? jobs = null, IReadOnlyList<Relation>? relations = null, IReadOnlyList<Warehouse>? warehouses = null,
        Travel? travel = null, Objective? objective = null, int? frozenUntil = null, Plan? frozenPlan = null) => new()
        {
            Travel = travel ?? Travel,
            Technicians = technicians ?? Technicians,
            Jobs = jobs ?? Jobs,
            Relations = relations ?? Relations,
            Warehouses = warehouses ?? Warehouses,
            Objective = objective ?? Objective,
            Skills = Skills,
            Certificates = Certificates,
            Tools = Tools,
            Parts = Parts,
            Territories = Territories,
            Kinds = Kinds,
            DayStarts = DayStarts,
            FrozenUntil = frozenUntil ?? FrozenUntil,
            FrozenPlan = frozenPlan ?? FrozenPlan,
        };

    /// <summary>The same but for one technician, or one job.</summary>
    public Problem With(int technician, Func<Technician, Technician> change) => With(technicians: [.. Technicians.Select((t, i) => i == technician ? change(t) : t)]);
    public Problem With(int job, Func<Job, Job> change) => With(jobs: [.. Jobs.Select((j, i) => i == job ? change(j) : j)]);

    /// <summary>The day on which an instant lies, counted from 0 at the horizon.</summary>
    internal int DayOf(int time)
    {
        if (DayStarts.Count == 0) return time >= 0 ? time / 86_400 : -1;
        var day = 0;
        while (day < DayStarts.Count && DayStarts[day] <= time) day++;
        return day;
    }
}

namespace Callout.Optimizer.Tests;

/// <summary>A street with places 0 to 9, a hundred seconds and a kilometre from one to the next; Ann and Bob live at 0 and work from 0 to 1,000.</summary>
internal static class Tiny
{
    public static readonly Technician Ann = new("Ann") { StartPlace = 0, EndPlace = 0, Shifts = [new Shift(0, 1000)] };
    public static readonly Technician Bob = Ann with { Id = "Bob" };

    /// <summary>A minute of work at place 1.</summary>
    public static readonly Job J = new("J", 1, 60);

    public static Travel Street(TravelProfile? profile = null) => Travel.Matrix(10,
        [.. from a in Enumerable.Range(0, 10) from b in Enumerable.Range(0, 10) select 100 * Math.Abs(a - b)],
        [.. from a in Enumerable.Range(0, 10) from b in Enumerable.Range(0, 10) select 1000 * Math.Abs(a - b)], profile);

    public static Problem Problem(IReadOnlyList<Technician> technicians, IReadOnlyList<Job> jobs, IReadOnlyList<Relation>? relations = null,
        IReadOnlyList<Warehouse>? warehouses = null, Travel? travel = null, int frozenUntil = int.MinValue, Plan? frozen = null, Objective? objective = null) => new()
        {
            Travel = travel ?? Street(),
            Technicians = technicians,
            Jobs = jobs,
            Relations = relations ?? [],
            Warehouses = warehouses ?? [],
            Objective = objective ?? Objective.Standard,
            Skills = ["gas", "water"],
            Certificates = ["heights"],
            Tools = ["ladder"],
            Parts = ["valve", "tap"],
            Territories = ["north", "south"],
            Kinds = ["repair", "inspection"],
            FrozenUntil = frozenUntil,
            FrozenPlan = frozen,
        };

    public static Problem For(Technician technician, params Job[] jobs) => Problem([technician], jobs);

    public static Route Tour(int technician, int leaves, int returns, params Stop[] stops) => new(technician, 0, leaves, returns, stops);

    public static Stop Work(int job, int start, int end, int part = 0, int pieces = 1, int? arrive = null) =>
        new(StopKind.Work, job, part, pieces, arrive ?? start, start, end);

    public static Stop Rest(int start, int end, int index = 0) => new(StopKind.Break, index, 0, 1, start, start, end);
    public static Stop Fixed(int start, int end, int index = 0) => new(StopKind.Commitment, index, 0, 1, start, start, end);
    public static Stop Fetch(int start, int end, int warehouse = 0) => new(StopKind.Warehouse, warehouse, 0, 1, start, start, end);

    /// <summary>These tours; jobs that are on none are left out.</summary>
    public static Plan Plan(Problem problem, params Route[] tours)
    {
        var served = tours.SelectMany(t => t.Stops).Where(s => s.Kind == StopKind.Work).Select(s => s.Index).ToHashSet();
        return new(tours, [.. Enumerable.Range(0, problem.Jobs.Count).Where(j => !served.Contains(j)).Select(j => new Unassigned(j, Rule.None))]);
    }
}

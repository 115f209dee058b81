namespace Callout.Optimizer.Tests;

/// <summary>A small random problem in the making: a few technicians, a few jobs, a quarter of an hour's drive between places.</summary>
internal sealed class World
{
    public const int Hour = 3600, Day = 86_400, Places = 8;

    public readonly Random Random;
    public readonly List<Technician> Technicians = [];
    public readonly List<Job> Jobs = [];
    public readonly List<Relation> Relations = [];
    public readonly List<Warehouse> Warehouses = [];
    public readonly int[] Seconds = new int[Places * Places];
    public TravelProfile? Profile;
    public Objective Objective = Objective.Standard;
    public int FrozenUntil = int.MinValue;
    public Plan? Frozen;

    public World(int seed, int technicians = 3, int jobs = 5)
    {
        Random = new Random(seed);
        var at = Enumerable.Range(0, Places).Select(_ => (X: Random.Next(20), Y: Random.Next(20))).ToArray();
        for (var a = 0; a < Places; a++)
            for (var b = 0; b < Places; b++) Seconds[a * Places + b] = 60 * (Math.Abs(at[a].X - at[b].X) + Math.Abs(at[a].Y - at[b].Y));
        for (var t = 0; t < technicians; t++)
            Technicians.Add(new($"T{t}") { StartPlace = Random.Next(3), EndPlace = Random.Next(3), Shifts = [new(7 * Hour + 600 * Random.Next(6), 12 * Hour)], PerHour = 60, PerKilometre = 30, PerOvertimeMinute = 2 });
        for (var j = 0; j < jobs; j++)
            Jobs.Add(new($"J{j}", Random.Next(Places), 300 * Random.Next(2, 14)) { Priority = Random.Next(3), Windows = Maybe() ? [] : [Window(8)] });
    }

    public bool Maybe(int percent = 50) => Random.Next(100) < percent;

    /// <summary>Two hours that begin in the morning of a day.</summary>
    public Window Window(int hour, int day = 0)
    {
        var from = day * Day + hour * Hour + 900 * Random.Next(12);
        return new(from, from + 900 * Random.Next(8));
    }

    public void EachTechnician(Func<Technician, int, Technician> change)
    {
        for (var t = 0; t < Technicians.Count; t++) Technicians[t] = change(Technicians[t], t);
    }

    public void EachShift(Func<Shift, Shift> change) => EachTechnician((t, _) => t with { Shifts = [.. t.Shifts.Select(change)] });

    public void EachJob(Func<Job, int, Job> change, int percent = 70)
    {
        for (var j = 0; j < Jobs.Count; j++) if (Maybe(percent)) Jobs[j] = change(Jobs[j], j);
    }

    public int[] SomeTechnicians() => [.. Enumerable.Range(0, Technicians.Count).Where(_ => Maybe())];

    public Problem Problem => new Problem
    {
        Travel = Travel.Matrix(Places, Seconds, [.. Seconds.Select(s => s * 10)], Profile),
        Technicians = [.. Technicians],
        Jobs = [.. Jobs],
        Relations = [.. Relations],
        Warehouses = [.. Warehouses],
        Objective = Objective,
        Skills = ["gas", "water"],
        Certificates = ["heights", "refrigerants"],
        Tools = ["ladder", "lift"],
        Parts = ["valve", "tap", "pump"],
        Territories = ["north", "south"],
        Kinds = ["repair", "inspection"],
        FrozenUntil = FrozenUntil,
        FrozenPlan = Frozen,
    }.Checked();
}

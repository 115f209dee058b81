using static Callout.Optimizer.Tests.World;

namespace Callout.Optimizer.Tests;

/// <summary>Everything that a problem can ask for, each by itself and all together; the rows of the table that crosses features with operations.</summary>
internal static class Features
{
    private static readonly Dictionary<string, Action<World>> Known = new()
    {
        ["plain"] = _ => { },
        ["several days"] = w =>
        {
            w.EachTechnician((t, _) => t with { Shifts = [.. t.Shifts, new(Day + 8 * Hour, Day + 11 * Hour)] });
            w.EachJob((j, _) => j with { Windows = [w.Window(8, w.Random.Next(2))] });
        },
        ["several shifts"] = w => w.EachTechnician((t, _) => t with { Shifts = [new(7 * Hour, 9 * Hour), new(10 * Hour, 13 * Hour) { StartPlace = 3 }] }),
        ["fixed break"] = w => w.EachShift(s => s with { Breaks = [new(10 * Hour, 10 * Hour, 1800)] }),
        ["break in a window"] = w => w.EachShift(s => s with { Breaks = [new(9 * Hour, 10 * Hour + 900 * w.Random.Next(4), 1800)] }),
        ["two breaks"] = w => w.EachShift(s => s with { Breaks = [new(s.From, 9 * Hour, 600), new(9 * Hour, 11 * Hour, 1800)] }),
        ["commitment at a place"] = w => w.EachShift(s => s with { Commitments = w.Maybe() ? [new(9 * Hour + 1800, 10 * Hour, 5)] : [] }),
        ["commitment anywhere"] = w => w.EachShift(s => s with { Commitments = w.Maybe() ? [new(9 * Hour, 9 * Hour + 1200), new(10 * Hour + 1800, 11 * Hour)] : [], Breaks = w.Maybe() ? [new(9 * Hour, 11 * Hour, 900)] : [] }),
        ["start nowhere"] = w => w.EachTechnician((t, _) => t with { StartPlace = w.Maybe() ? null : 1, Shifts = [t.Shifts[0] with { Breaks = w.Maybe() ? [new(8 * Hour, 10 * Hour, 900)] : [] }] }),
        ["end nowhere"] = w => w.EachTechnician((t, _) => t with { EndPlace = w.Maybe() ? null : 1, StartPlace = w.Maybe() ? null : 2, Shifts = [t.Shifts[0] with { Breaks = w.Maybe() ? [new(8 * Hour, 10 * Hour, 900)] : [] }] }),
        ["overtime"] = w => { w.EachShift(s => s with { To = 10 * Hour, OvertimeLimit = 2 * Hour }); w.Objective = Measuring(Measure.Overtime); },
        ["skills"] = w =>
        {
            w.EachTechnician((t, _) => t with { Skills = [new(w.Random.Next(2), w.Random.Next(1, 4)), new(0, 2)] });
            w.EachJob((j, _) => j with { Skills = [new(w.Random.Next(2), w.Random.Next(1, 4))] });
        },
        ["certificates"] = w =>
        {
            w.EachTechnician((t, _) => t with { Certificates = w.Maybe(80) ? [new(0, 8 * Hour + 1800 * w.Random.Next(8)), new(1)] : [] });
            w.EachJob((j, _) => j with { Certificates = w.Maybe() ? [0] : [0, 1] });
        },
        ["stock"] = w =>
        {
            w.EachTechnician((t, _) => t with { Stock = [new(0, w.Random.Next(4)), new(1, 2)], Shifts = [new(7 * Hour, 9 * Hour), new(10 * Hour, 13 * Hour)] });
            w.EachJob((j, _) => j with { Parts = [new(w.Random.Next(2), w.Random.Next(1, 3))] });
        },
        ["tools"] = w =>
        {
            w.EachTechnician((t, _) => t with { Tools = w.Maybe() ? [0] : [1] });
            w.Warehouses.Add(new("W", 4, 300) { Tools = [1] });
            w.EachJob((j, _) => j with { Tools = [w.Random.Next(2)] });
        },
        ["warehouse"] = w =>
        {
            w.EachTechnician((t, _) => t with { Stock = w.Maybe() ? [new(0, 1)] : [] });
            w.Warehouses.Add(new("W", 4, 300) { Stock = [new(0, int.MaxValue), new(1, int.MaxValue)], Opens = 8 * Hour, Closes = 10 * Hour });
            w.EachJob((j, _) => j with { Parts = [new(w.Random.Next(2), 1)] });
        },
        ["substitutes"] = w =>
        {
            w.EachTechnician((t, _) => t with { Stock = [new(0, w.Random.Next(3)), new(1, w.Random.Next(3)), new(2, 1)] });
            w.Warehouses.Add(new("W", 4, 300) { Stock = [new(1, 2)] });
            w.EachJob((j, _) => j with { Parts = [new(w.Random.Next(2), 1) { Substitutes = w.Maybe() ? [2] : [1, 2] }] });
        },
        ["short warehouse"] = w =>
        {
            w.Warehouses.Add(new("W", 4, 300) { Stock = [new(0, 2)] });
            w.Warehouses.Add(new("V", 5, 600) { Stock = [new(0, 1), new(1, int.MaxValue)] });
            w.EachTechnician((t, _) => t with { Stock = w.Maybe(30) ? [new(1, 1)] : [] });
            w.EachJob((j, _) => j with { Parts = w.Maybe() ? [new(0, 1)] : [new(0, 1), new(1, 1)] });
        },
        ["territories"] = w =>
        {
            w.EachTechnician((t, _) => t with { Territories = w.Maybe(30) ? [] : [w.Random.Next(2)] });
            w.EachJob((j, _) => j with { Territory = w.Random.Next(2) });
        },
        ["percentages"] = w =>
        {
            w.EachTechnician((t, _) => t with { DurationPercent = [w.Random.Next(50, 200), w.Random.Next(50, 200)] });
            w.EachJob((j, _) => j with { Kind = w.Random.Next(2) });
            w.Objective = Measuring(Measure.Cost);
        },
        ["own durations"] = w => w.EachJob((j, _) => j with { DurationBy = w.SomeTechnicians().ToDictionary(t => t, t => 600 * w.Random.Next(6)) }),
        ["several windows"] = w => w.EachJob((j, _) => j with { Windows = [w.Window(7), w.Window(9)] }),
        ["soft windows"] = w => w.EachJob((j, _) => j with { Windows = [w.Window(8) with { LatePerMinute = w.Random.Next(4), EarlyPerMinute = w.Maybe() ? w.Random.Next(4) : null }, .. w.Maybe() ? [w.Window(7)] : Array.Empty<Window>()] }),
        ["due times"] = w => w.EachJob((j, _) => j with { Due = 8 * Hour + 900 * w.Random.Next(10), LatePerMinute = w.Random.Next(9) }),
        ["preferred"] = w => { w.EachJob((j, _) => j with { PreferredTechnicians = w.SomeTechnicians() }); w.Objective = Measuring(Measure.NotPreferred); },
        ["required"] = w => w.EachJob((j, _) => j with { RequiredTechnicians = w.SomeTechnicians() }),
        ["excluded"] = w => w.EachJob((j, _) => j with { ExcludedTechnicians = w.SomeTechnicians() }),
        ["crew"] = Crews,
        ["before"] = w => Relate(w, Order.Before),
        ["same day"] = w =>
        {
            w.EachTechnician((t, _) => t with { Shifts = [.. t.Shifts, new(Day + 8 * Hour, Day + 11 * Hour)] });
            w.EachJob((j, _) => j with { Windows = [] });
            Relate(w, Order.SameDay);
        },
        ["same technician"] = w => Relate(w, Order.SameTechnician),
        ["apart"] = w => Relate(w, Order.Apart),
        ["split"] = w => w.EachJob((j, _) => j.Crew.Count > 0 ? j : j with { Split = new(900, 3), Windows = w.Maybe() ? [] : j.Windows }, 50),
        ["optional"] = w => { w.EachJob((j, _) => j with { LeaveOutPrice = w.Random.Next(900) }); w.Objective = new([new(Measure.UnservedJobs)], [new(Measure.LeftOut), new(Measure.TravelTime)]); },
        ["locked technician"] = w => w.EachJob((j, _) => j with { Lock = new(Technician: w.Random.Next(w.Technicians.Count)) }),
        ["locked start"] = w => w.EachJob((j, _) => j with { Windows = [], Lock = new(Start: 8 * Hour + 900 * w.Random.Next(12)) }),
        ["promise"] = w => w.EachJob((j, _) => j with { Windows = [], Promise = new(8 * Hour, 8 * Hour + 1800 * w.Random.Next(6)) }),
        ["promise with a price"] = w => w.EachJob((j, _) => j with { Promise = new(9 * Hour, 9 * Hour + 1800 * w.Random.Next(3), w.Random.Next(50)) }),
        ["one-way roads"] = w => { for (var i = 0; i < w.Seconds.Length; i++) if (w.Seconds[i] > 0) w.Seconds[i] += w.Random.Next(600); },
        ["rush hours"] = w =>
        {
            w.Profile = new([0, 8 * Hour, 9 * Hour, 11 * Hour], [100, 40, 90, 60]);
            w.EachShift(s => s with { Breaks = w.Maybe() ? [new(9 * Hour, 11 * Hour, 900)] : [] });
        },
        ["begun"] = Begun,
    };

    static Features()
    {
        foreach (var measure in Enum.GetValues<Measure>())
            Known[$"objective: {measure}"] = w =>
            {
                Price(w);
                w.Objective = Measuring(measure);
            };
        Known["all windows together"] = Together("several windows", "soft windows", "due times", "two breaks", "overtime", "certificates", "rush hours");
        Known["all people together"] = Together("skills", "territories", "percentages", "preferred", "excluded", "crew", "commitment at a place");
        Known["all relations together"] = w =>
        {
            Together("commitment anywhere", "crew", "split")(w);
            foreach (var kind in Enum.GetValues<Order>()) Relate(w, kind, 1);
        };
        Known["all parts together"] = Together("short warehouse", "stock", "before");
        Known["a warehouse on tours that cost what they last"] = w =>
        {
            Together("tools", "warehouse")(w);
            w.Warehouses.RemoveAt(1);
            w.Warehouses[0] = w.Warehouses[0] with { Stock = [new(0, int.MaxValue), new(1, int.MaxValue)], Opens = 0, Closes = int.MaxValue };
            w.Objective = Measuring(Measure.Duration);
        };
        Known["all together, begun"] = w =>
        {
            Together("skills", "break in a window", "due times", "overtime", "percentages")(w);
            Begun(w);
        };
        Known["begun, measured"] = w =>
        {
            Price(w);
            w.Objective = Measuring(w.Random.GetItems((Measure[])[Measure.Duration, Measure.Imbalance, Measure.Cost, Measure.Moved, Measure.ReserveShort], 1)[0]);
            Begun(w);
        };
    }

    public static IEnumerable<string> Names => Known.Keys;

    public static World Of(string feature, int seed, int technicians = 3, int jobs = 5)
    {
        var world = new World(seed, technicians, jobs);
        Known[feature](world);
        return world;
    }

    public static Objective Measuring(Measure measure) => measure switch
    {
        Measure.UnservedJobs => new([new(Measure.UnservedJobs)], [new(Measure.TravelTime)]),
        Measure.TravelTime => new([new(Measure.UnservedJobs)], [new(Measure.TravelTime)]),
        _ => new([new(Measure.UnservedJobs)], [new(measure)], [new(Measure.TravelTime)]),
    };

    private static Action<World> Together(params string[] features) => world =>
    {
        foreach (var feature in features) Known[feature](world);
    };

    private static void Price(World w)
    {
        w.EachJob((j, _) => j with { Current = new(w.Random.Next(w.Technicians.Count), 8 * Hour + 300 * w.Random.Next(24)) });
        w.EachJob((j, _) => j with { Due = 9 * Hour, LatePerMinute = 3, PreferredTechnicians = [w.Random.Next(w.Technicians.Count)] });
        w.EachJob((j, _) => j with { Promise = new(9 * Hour, 10 * Hour, 40) }, 30);
        w.EachJob((j, _) => j with { LeaveOutPrice = 200 }, 30);
        w.EachJob((j, _) => j with { Windows = [w.Window(8) with { EarlyPerMinute = 2, LatePerMinute = 1 }] }, 30);
        w.EachShift(s => s with { To = 11 * Hour, OvertimeLimit = Hour, Reserve = 600 * w.Random.Next(20), Breaks = w.Maybe() ? [new(9 * Hour, 10 * Hour, 900)] : [] });
    }

    private static void Crews(World w) => w.EachJob((j, _) => j with
    {
        Duration = 1200,
        Crew = w.Maybe(70) ? [new("mate", w.Maybe() ? 600 : null)] : [new("mate"), new("driver", 300)],
    }, 40);

    private static void Relate(World w, Order kind, int most = 2)
    {
        for (var i = 0; i < most; i++)
        {
            var first = w.Random.Next(w.Jobs.Count - 1);
            w.Relations.Add(new(kind, first, w.Random.Next(first + 1, w.Jobs.Count), kind is Order.Before or Order.Apart ? 300 * w.Random.Next(4) : 0));
        }
    }

    /// <summary>The day has begun with a plan that is now history up to the middle of the morning.</summary>
    private static void Begun(World w)
    {
        var plan = Solver.Solve(w.Problem, new Until { Iterations = 20 }, new SolveOptions { Seed = 5 }).Plan;
        (w.Frozen, w.FrozenUntil) = (plan, 8 * Hour + 600 * w.Random.Next(12));
    }
}

using Callout.Optimizer;

namespace Callout.Optimizer.Bench;

/// <summary>A plain day of service, and the same day with one more rule each, to see what that rule costs.</summary>
internal sealed class RuleVariants(Problem plain)
{
    public static readonly IReadOnlyList<string> Names =
    [
        "plain", "several-windows", "soft-windows", "promises", "due-times", "certificates", "levels", "crews", "pieces", "before", "same-technician", "apart",
        "parts", "tools", "commitments", "two-breaks", "two-shifts", "overtime", "speeds", "traffic", "cost", "duration", "balance", "reserve", "stability", "all",
    ];

    private const int Hour = 3600;

    public Problem Of(string name) => name switch
    {
        "plain" => plain,
        "several-windows" => Jobs((job, _) => job with { Windows = [.. job.Windows.SelectMany(Halves)] }),
        "soft-windows" => Counting(Jobs((job, _) => job with { Windows = [.. job.Windows.Select(w => new Window(w.From + Hour, Math.Max(w.From + Hour, w.To - Hour), 10, 10))] }), Measure.SoftWindows),
        "promises" => Counting(Jobs((job, i) => i % 5 == 0 ? job with { Promise = Promised(job, i % 10 == 0 ? null : 500) } : job), Measure.PromisesBroken),
        "due-times" => Counting(Jobs((job, i) => i % 5 == 0 ? job with { Due = 13 * Hour, LatePerMinute = 5 } : job), Measure.SlaLateness),
        "certificates" => With(plain, jobs: Each(plain.Jobs, (job, i) => i % 4 == 0 ? job with { Certificates = [0] } : job), certificates: ["heights"],
            technicians: Each(plain.Technicians, (who, t) => t % 2 == 0 ? who with { Certificates = [new(0, t % 4 == 0 ? 13 * Hour : int.MaxValue)] } : who)),
        "levels" => With(plain, jobs: Each(plain.Jobs, (job, i) => job with { Skills = [.. job.Skills.Select(s => s with { Level = 1 + i % 2 })] }),
            technicians: Each(plain.Technicians, (who, t) => who with { Skills = [.. who.Skills.Select(s => s with { Level = 1 + (t + s.Id) % 3 })] })),
        "crews" => Jobs((job, i) => i % 10 == 0 ? job with { Crew = [new("mate") { Skills = [] }] } : job),
        "pieces" => Jobs((job, i) => i % 10 == 0 ? job with { Split = new(600, 2) } : job),
        "before" => Pairs(Order.Before, 600),
        "same-technician" => Pairs(Order.SameTechnician, 0),
        "apart" => Pairs(Order.Apart, Hour),
        "parts" => With(plain, parts: ["valve", "tap"], warehouses: [Warehouse with { Stock = [new(0, 10_000), new(1, 10_000)] }],
            jobs: Each(plain.Jobs, (job, i) => i % 4 == 0 ? job with { Parts = [new PartNeed(i % 8 / 4, 1) { Substitutes = [1 - i % 8 / 4] }] } : job),
            technicians: Each(plain.Technicians, (who, t) => who with { Stock = [new(t % 2, 1 + t % 3)] })),
        "tools" => With(plain, tools: ["ladder"], warehouses: [Warehouse with { Tools = [0] }],
            jobs: Each(plain.Jobs, (job, i) => i % 8 == 0 ? job with { Tools = [0] } : job),
            technicians: Each(plain.Technicians, (who, t) => t % 2 == 0 ? who with { Tools = [0] } : who)),
        "commitments" => Shifts((shift, t) => [shift with { Commitments = [new(15 * Hour, 15 * Hour + 1800, t % 2 == 0 ? NearestTo(t) : null)] }]),
        "two-breaks" => Shifts((shift, _) => [shift with { Breaks = [new(10 * Hour, 11 * Hour, 900), .. shift.Breaks] }]),
        "two-shifts" => Shifts((shift, _) => [new(shift.From, 12 * Hour), new(12 * Hour, shift.To)]),
        "overtime" => Counting(Shifts((shift, _) => [shift with { To = shift.To - Hour, OvertimeLimit = Hour }]), Measure.Overtime),
        "speeds" => With(plain, kinds: ["repair", "inspection"], jobs: Each(plain.Jobs, (job, i) => job with { Kind = i % 2 }), technicians: Each(plain.Technicians, (who, t) => who with { DurationPercent = [90 + t % 5 * 5, 110 - t % 5 * 5] })),
        "traffic" => With(plain, travel: Rushes()),
        "cost" => With(plain, objective: Last(Measure.Cost), technicians: Each(plain.Technicians, (who, t) => who with { PerHour = 3000 + 100 * (t % 7), PerKilometre = 40 })),
        "duration" => With(plain, objective: Last(Measure.Duration)),
        "balance" => With(plain, objective: Last(Measure.Imbalance)),
        "reserve" => Counting(Shifts((shift, _) => [shift with { Reserve = Hour }]), Measure.ReserveShort),
        "stability" => Counting(Jobs((job, i) => job with { Current = new(i % plain.Technicians.Count, job.Windows[0].From) }), Measure.Moved),
        "all" => new RuleVariants(new RuleVariants(new RuleVariants(new RuleVariants(new RuleVariants(Of("parts")).Of("before")).Of("several-windows")).Of("crews")).Of("traffic")).Of("promises"),
        _ => throw new Callout.Optimize.Unreadable($"There is no rule {name}; known are {string.Join(", ", Names)}."),
    };

    private int NearestTo(int technician) => plain.Jobs.MinBy(job => plain.Travel.Seconds(plain.Technicians[technician].StartPlace!.Value, job.Place))!.Place;

    private Warehouse Warehouse => new("depot", plain.Jobs[0].Place, 600) { Opens = 8 * Hour, Closes = 17 * Hour };

    private static IEnumerable<Window> Halves(Window window)
    {
        var third = (window.To - window.From) / 3;
        return third == 0 ? [window] : [window with { To = window.From + third }, window with { From = window.To - third }];
    }

    private static Promise Promised(Job job, long? price) => new(job.Windows[0].From, Math.Max(job.Windows[0].From, job.Windows[0].To - Hour), price);

    private Problem Jobs(Func<Job, int, Job> change) => With(plain, jobs: Each(plain.Jobs, change));

    private Problem Shifts(Func<Shift, int, IReadOnlyList<Shift>> change) => With(plain, technicians: Each(plain.Technicians, (who, t) => who with { Shifts = change(who.Shifts[0], t) }));

    /// <summary>One job in ten is tied to its neighbour in the list.</summary>
    private Problem Pairs(Order kind, int gap) => With(plain, relations: [.. from i in Enumerable.Range(0, plain.Jobs.Count / 20) select new Relation(kind, 20 * i, 20 * i + 1, gap)]);

    private Travel Rushes()
    {
        var roads = plain.Travel;
        return Travel.Callback(roads.Places, roads.Seconds, roads.Metres, 400_000, new TravelProfile([0, 7 * Hour, 9 * Hour, 16 * Hour, 18 * Hour], [110, 75, 100, 75, 110]));
    }

    private static Problem Counting(Problem problem, Measure measure) => With(problem, objective: new([new(Measure.UnservedPriority)], [new(Measure.UnservedJobs)], [new(measure)], [new(Measure.TravelTime)]));

    private static Objective Last(Measure measure) => new([new(Measure.UnservedPriority)], [new(Measure.UnservedJobs)], [new(measure)]);

    private static T[] Each<T>(IReadOnlyList<T> all, Func<T, int, T> change) => [.. all.Select(change)];

    private static Problem With(Problem from, IReadOnlyList<Job>? jobs = null, IReadOnlyList<Technician>? technicians = null, IReadOnlyList<Relation>? relations = null,
        IReadOnlyList<Warehouse>? warehouses = null, Travel? travel = null, Objective? objective = null, IReadOnlyList<string>? certificates = null,
        IReadOnlyList<string>? parts = null, IReadOnlyList<string>? tools = null, IReadOnlyList<string>? kinds = null) => new()
        {
            Travel = travel ?? from.Travel,
            Jobs = jobs ?? from.Jobs,
            Technicians = technicians ?? from.Technicians,
            Relations = relations ?? from.Relations,
            Warehouses = warehouses ?? from.Warehouses,
            Objective = objective ?? from.Objective,
            Skills = from.Skills,
            Certificates = certificates ?? from.Certificates,
            Parts = parts ?? from.Parts,
            Tools = tools ?? from.Tools,
            Kinds = kinds ?? from.Kinds,
        };
}

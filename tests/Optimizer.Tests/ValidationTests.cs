using static Callout.Optimizer.Tests.Tiny;

namespace Callout.Optimizer.Tests;

/// <summary>A problem that cannot be worked on is refused by the name of what is wrong with it.</summary>
public class ValidationTests
{
    private static readonly Job K = J with { Id = "K" }, L = J with { Id = "L" };
    private const int Huge = int.MaxValue;

    private static Func<object> With(Technician technician) => () => Problem([technician], [J]);
    private static Func<object> With(Shift shift) => With(Ann with { Shifts = [shift] });
    private static Func<object> With(Job job) => () => For(Ann, job);
    private static Func<object> With(Warehouse warehouse) => () => Problem([Ann], [J], warehouses: [warehouse]);
    private static Func<object> With(params Relation[] relations) => () => Problem([Ann], [J, K, L], relations);
    private static Func<object> With(Travel travel) => () => Problem([Ann], [J], travel: travel);
    private static Func<object> Frozen(Route route) => () => Problem([Ann], [J], frozen: new Plan([route], []));

    private static readonly Dictionary<string, (string Code, Func<object> Make)> Cases = new()
    {
        ["two technicians of one id"] = ("technician.duplicate", () => Problem([Ann, Ann], [J])),
        ["two jobs of one id"] = ("job.duplicate", () => For(Ann, J, J)),
        ["two warehouses of one id"] = ("warehouse.duplicate", () => Problem([Ann], [J], warehouses: [new("W", 0, 0), new("W", 1, 0)])),
        ["days out of order"] = ("days.order", () => new Problem { Travel = Street(), DayStarts = [10, 10] }),

        ["shifts overlap"] = ("shift.overlap", With(Ann with { Shifts = [new(0, 100), new(99, 200)] })),
        ["overtime runs into the next shift"] = ("shift.overlap", With(Ann with { Shifts = [new(0, 100) { OvertimeLimit = 10 }, new(109, 200)] })),
        ["shifts out of order"] = ("shift.overlap", With(Ann with { Shifts = [new(200, 300), new(0, 100)] })),
        ["a shift ends before it starts"] = ("shift.order", With(new Shift(100, 99))),
        ["a shift before the horizon"] = ("time.range", With(new Shift(-1, 99))),
        ["a shift beyond all times"] = ("time.range", With(new Shift(0, Huge))),
        ["negative overtime"] = ("shift.overtime", With(new Shift(0, 100) { OvertimeLimit = -1 })),
        ["overtime without end"] = ("shift.overtime", With(new Shift(0, 100) { OvertimeLimit = Huge })),
        ["a negative reserve"] = ("shift.reserve", With(new Shift(0, 100) { Reserve = -1 })),
        ["a shift from nowhere"] = ("place.unknown", With(new Shift(0, 100) { StartPlace = 10 })),
        ["a break whose window ends before it begins"] = ("break.order", With(new Shift(0, 100) { Breaks = [new(50, 49, 1)] })),
        ["a break outside its shift"] = ("break.outside", With(new Shift(0, 100) { Breaks = [new(50, 99, 2)] })),
        ["a break before its shift"] = ("break.outside", With(new Shift(10, 100) { Breaks = [new(9, 50, 2)] })),
        ["a break of negative length"] = ("break.length", With(new Shift(0, 100) { Breaks = [new(50, 60, -1)] })),
        ["a break that ends beyond all times"] = ("break.outside", With(new Shift(0, 100) { Breaks = [new(50, Huge, 1)] })),
        ["breaks out of order"] = ("break.order", With(new Shift(0, 100) { Breaks = [new(50, 60, 1), new(40, 60, 1)] })),
        ["a commitment that ends before it begins"] = ("commitment.order", With(new Shift(0, 100) { Commitments = [new(50, 49)] })),
        ["a commitment outside its shift"] = ("commitment.outside", With(new Shift(0, 100) { Commitments = [new(50, 101)] })),
        ["commitments that overlap"] = ("commitment.overlap", With(new Shift(0, 100) { Commitments = [new(10, 50), new(49, 60)] })),
        ["a commitment nowhere"] = ("place.unknown", With(new Shift(0, 100) { Commitments = [new(10, 50, -1)] })),

        ["a technician who lives nowhere"] = ("place.unknown", With(Ann with { StartPlace = -1 })),
        ["a technician who returns nowhere"] = ("place.unknown", With(Ann with { EndPlace = 10 })),
        ["an unknown skill is held"] = ("skill.unknown", With(Ann with { Skills = [new(2)] })),
        ["a skill below level 1"] = ("skill.level", With(Ann with { Skills = [new(0, 0)] })),
        ["an unknown certificate is held"] = ("certificate.unknown", With(Ann with { Certificates = [new(1)] })),
        ["an unknown tool is carried"] = ("tool.unknown", With(Ann with { Tools = [1] })),
        ["an unknown territory"] = ("territory.unknown", With(Ann with { Territories = [-1] })),
        ["an unknown part is carried"] = ("part.unknown", With(Ann with { Stock = [new(2, 1)] })),
        ["a negative number of parts"] = ("part.quantity", With(Ann with { Stock = [new(0, -1)] })),
        ["more parts than can be counted"] = ("part.quantity", With(Ann with { Stock = [new(0, Huge)] })),
        ["a part listed twice"] = ("part.twice", With(Ann with { Stock = [new(0, 1), new(0, 1)] })),
        ["a percentage for no kind of work"] = ("kind.unknown", With(Ann with { DurationPercent = [100, 100, 100] })),
        ["work in no time"] = ("technician.percent", With(Ann with { DurationPercent = [0] })),
        ["a negative price per hour"] = ("technician.price", With(Ann with { PerHour = -1 })),
        ["a price per kilometre beyond all money"] = ("technician.price", With(Ann with { PerKilometre = long.MaxValue })),
        ["a negative price of overtime"] = ("technician.price", With(Ann with { PerOvertimeMinute = -1 })),

        ["a warehouse nowhere"] = ("place.unknown", With(new Warehouse("W", 10, 0))),
        ["negative time at a warehouse"] = ("warehouse.duration", With(new Warehouse("W", 1, -1))),
        ["a warehouse closes before it opens"] = ("warehouse.order", With(new Warehouse("W", 1, 0) { Opens = 10, Closes = 9 })),
        ["a warehouse opens before the horizon"] = ("time.range", With(new Warehouse("W", 1, 0) { Opens = -1 })),
        ["a warehouse holds an unknown part"] = ("part.unknown", With(new Warehouse("W", 1, 0) { Stock = [new(2, 1)] })),
        ["a warehouse holds less than nothing"] = ("part.quantity", With(new Warehouse("W", 1, 0) { Stock = [new(0, -1)] })),
        ["a warehouse has an unknown tool"] = ("tool.unknown", With(new Warehouse("W", 1, 0) { Tools = [1] })),

        ["a job nowhere"] = ("place.unknown", With(J with { Place = 10 })),
        ["a negative duration"] = ("job.duration", With(J with { Duration = -1 })),
        ["work without end"] = ("job.duration", With(J with { Duration = Huge })),
        ["a duration for an unknown technician"] = ("technician.unknown", With(J with { DurationBy = new Dictionary<int, int> { [1] = 5 } })),
        ["a negative duration for somebody"] = ("job.duration", With(J with { DurationBy = new Dictionary<int, int> { [0] = -5 } })),
        ["an unknown kind of work"] = ("kind.unknown", With(J with { Kind = 2 })),
        ["a job in an unknown territory"] = ("territory.unknown", With(J with { Territory = 2 })),
        ["a window that ends before it begins"] = ("window.order", With(J with { Windows = [new(10, 9)] })),
        ["a window before the horizon"] = ("time.range", With(J with { Windows = [new(-1, 9)] })),
        ["a negative price of lateness"] = ("window.price", With(J with { Windows = [new(1, 9, LatePerMinute: -1)] })),
        ["a negative priority"] = ("job.priority", With(J with { Priority = -1 })),
        ["a priority beyond all"] = ("job.priority", With(J with { Priority = Huge })),
        ["due before the horizon"] = ("time.range", With(J with { Due = -1 })),
        ["a price for lateness without a due time"] = ("job.due", With(J with { LatePerMinute = 1 })),
        ["a price for lateness beyond all money"] = ("job.price", With(J with { Due = 5, LatePerMinute = long.MaxValue })),
        ["an unknown skill is asked for"] = ("skill.unknown", With(J with { Skills = [new(-1)] })),
        ["an unknown certificate is asked for"] = ("certificate.unknown", With(J with { Certificates = [1] })),
        ["an unknown tool is asked for"] = ("tool.unknown", With(J with { Tools = [-1] })),
        ["an unknown part is asked for"] = ("part.unknown", With(J with { Parts = [new(2, 1)] })),
        ["an unknown substitute"] = ("part.unknown", With(J with { Parts = [new(0, 1) { Substitutes = [2] }] })),
        ["less than no part is asked for"] = ("part.quantity", With(J with { Parts = [new(0, -1)] })),
        ["an unknown technician is preferred"] = ("technician.unknown", With(J with { PreferredTechnicians = [1] })),
        ["an unknown technician is required"] = ("technician.unknown", With(J with { RequiredTechnicians = [1] })),
        ["an unknown technician is excluded"] = ("technician.unknown", With(J with { ExcludedTechnicians = [-1] })),
        ["a role of negative duration"] = ("job.duration", With(J with { Crew = [new("mate", -1)] })),
        ["a role asks for an unknown skill"] = ("skill.unknown", With(J with { Crew = [new("mate") { Skills = [new(2)] }] })),
        ["a role asks for an unknown certificate"] = ("certificate.unknown", With(J with { Crew = [new("mate") { Certificates = [2] }] })),
        ["pieces of no length"] = ("job.split", With(J with { Split = new(0, 2) })),
        ["no pieces"] = ("job.split", With(J with { Split = new(10, 0) })),
        ["too many pieces"] = ("job.split", With(J with { Split = new(1, 17) })),
        ["a crew cannot be cut"] = ("job.split", With(J with { Split = new(10, 2), Crew = [new("mate")] })),
        ["nor can a fixed start"] = ("job.split", With(J with { Split = new(10, 2), Lock = new(Start: 5) })),
        ["a negative price for leaving out"] = ("job.price", With(J with { LeaveOutPrice = -1 })),
        ["locked to an unknown technician"] = ("technician.unknown", With(J with { Lock = new(Technician: 1) })),
        ["locked to a time before the horizon"] = ("time.range", With(J with { Lock = new(Start: -1) })),
        ["a promise that ends before it begins"] = ("promise.order", With(J with { Promise = new(10, 9) })),
        ["a promise before the horizon"] = ("time.range", With(J with { Promise = new(-1, 9) })),
        ["a negative price for a broken promise"] = ("job.price", With(J with { Promise = new(1, 9, -1) })),
        ["planned for an unknown technician"] = ("technician.unknown", With(J with { Current = new(1, 0) })),
        ["planned before the horizon"] = ("time.range", With(J with { Current = new(0, -1) })),

        ["a relation to an unknown job"] = ("job.unknown", With(new Relation(Order.Apart, 0, 3))),
        ["a job related to itself"] = ("relation.self", With(new Relation(Order.Apart, 1, 1))),
        ["an unknown relation"] = ("relation.kind", With(new Relation((Order)9, 0, 1))),
        ["a negative gap"] = ("relation.gap", With(new Relation(Order.Apart, 0, 1, -1))),
        ["two jobs wait for each other"] = ("relation.cycle", With(new Relation(Order.Before, 0, 1), new Relation(Order.Before, 1, 0))),
        ["three jobs wait in a ring"] = ("relation.cycle", With(new Relation(Order.Before, 0, 1), new Relation(Order.Before, 1, 2), new Relation(Order.Before, 2, 0))),

        ["facts about an unknown technician"] = ("technician.unknown", Frozen(new Route(1, 0, 0, 0, []))),
        ["facts about an unknown shift"] = ("frozen.unknown", Frozen(new Route(0, 1, 0, 0, []))),
        ["facts about an unknown job"] = ("frozen.unknown", Frozen(Tour(0, 0, 0, Work(1, 0, 60)))),
        ["facts about an unknown part of a job"] = ("frozen.unknown", Frozen(Tour(0, 0, 0, Work(0, 0, 60, 1)))),
        ["facts about an unknown break"] = ("frozen.unknown", Frozen(Tour(0, 0, 0, Rest(0, 60)))),

        ["a matrix that is not square"] = ("travel.matrix", () => Travel.Matrix(2, new int[3])),
        ["distances that do not match"] = ("travel.matrix", () => Travel.Matrix(2, new int[4], new int[3])),
        ["a negative way"] = ("travel.negative", () => Travel.Matrix(2, [0, -1, 1, 0])),
        ["a negative distance"] = ("travel.negative", () => Travel.Matrix(1, [0], [-1])),
        ["a way without end"] = ("travel.range", () => Travel.Matrix(2, [0, Huge, 1, 0])),
        ["coordinates that do not match"] = ("travel.coordinates", () => Travel.Coordinates([1], [], 1, 1)),
        ["a speed that is no number"] = ("travel.coordinates", () => Travel.Coordinates([1], [1], 1, double.NaN)),
        ["a speed of nothing"] = ("travel.coordinates", () => Travel.Coordinates([1], [1], 1, 0)),
        ["an endless speed"] = ("travel.coordinates", () => Travel.Coordinates([1], [1], 1, double.PositiveInfinity)),
        ["a detour that is no number"] = ("travel.coordinates", () => Travel.Coordinates([1], [1], double.NaN, 1)),
        ["a detour that is a short cut"] = ("travel.coordinates", () => Travel.Coordinates([1], [1], 0.9, 1)),
        ["a place off the earth"] = ("travel.coordinates", () => Travel.Coordinates([int.MinValue], [1], 1, 1)),
        ["a speed too slow to arrive"] = ("travel.range", () => Travel.Coordinates([0, 1_000_000], [0, 0], 1, 1e-6)),
        ["a callback without places"] = ("travel.callback", () => Travel.Callback(-1, (_, _) => 1)),
        ["a callback that answers below zero"] = ("travel.negative", () => Travel.Callback(2, (_, _) => -1).Seconds(0, 1)),
        ["a callback that answers beyond all times"] = ("travel.range", () => Travel.Callback(2, (_, _) => Huge).Seconds(0, 1)),
        ["a callback farther than announced"] = ("travel.metres", () => Travel.Callback(2, (_, _) => 1, (_, _) => 9, 8).Metres(0, 1)),
        ["a closed road nowhere"] = ("place.unknown", () => Street().With(new Dictionary<(int, int), Leg> { [(0, 10)] = new(1, 1) })),
        ["a closed road of negative length"] = ("travel.negative", () => Street().With(new Dictionary<(int, int), Leg> { [(0, 1)] = new(-1, 1) })),
        ["a closed road without end"] = ("travel.range", () => Street().With(new Dictionary<(int, int), Leg> { [(0, 1)] = new(Huge, 1) })),
        ["a profile without slices"] = ("travel.profile", () => new TravelProfile([], [])),
        ["a profile with too few speeds"] = ("travel.profile", () => new TravelProfile([0, 5], [100])),
        ["a profile that starts late"] = ("travel.profile", () => new TravelProfile([5], [100])),
        ["a profile out of order"] = ("travel.profile", () => new TravelProfile([0, 9, 5], [100, 100, 100])),
        ["a profile that stands still"] = ("travel.profile", () => new TravelProfile([0], [0])),
        ["a profile without a period"] = ("travel.profile", () => new TravelProfile([0], [100], 0)),

        ["an objective of nothing"] = ("objective.empty", () => new Objective()),
        ["an empty level"] = ("objective.empty", () => new Objective([[]])),
        ["a weight of nothing"] = ("objective.weight", () => new Objective([[new(Measure.Cost, 0)]])),
        ["an unknown measure"] = ("objective.weight", () => new Objective([[new((Measure)99)]])),
        ["a measure twice"] = ("objective.twice", () => new Objective([new(Measure.Cost)], [new(Measure.Cost)])),
    };

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_malformed_problem_is_refused_by_name(string name)
    {
        var refused = Assert.Throws<InvalidProblem>(() => (Cases[name].Make() as Problem)?.Checked());
        Assert.Equal(Cases[name].Code, refused.Code);
        Assert.DoesNotContain("{", refused.Message);
    }

    [Fact]
    public void The_message_names_the_culprit() =>
        Assert.Equal("A window of job J ends at 9, before it starts at 10.", Assert.Throws<InvalidProblem>(() => For(Ann, J with { Windows = [new(10, 9)] }).Checked()).Message);

    [Fact]
    public void A_sound_problem_is_returned_as_it_is()
    {
        var sound = Problem([Ann, Bob], [J, K, L], [new(Order.Before, 0, 1), new(Order.Before, 0, 2), new(Order.Before, 1, 2)]);
        Assert.Same(sound, sound.Checked());
    }
}

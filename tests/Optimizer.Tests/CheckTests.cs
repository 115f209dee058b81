using static Callout.Optimizer.Tests.Tiny;

namespace Callout.Optimizer.Tests;

/// <summary>For each rule a tiny plan that obeys it, and its twin that breaks it and nothing else.</summary>
public class CheckTests
{
    /// <summary>Ann leaves at 0, is at place 1 from 100 to 160 and back at 260.</summary>
    private static Route There(int technician = 0, int job = 0) => Tour(technician, 0, 260, Work(job, 100, 160));

    private static Shift Day(params Break[] breaks) => new(0, 1000) { Breaks = breaks };

    private sealed record Case(string Rule, Problem Problem, Route[] Obeys, Route[] Breaks);

    private static Case Of(string rule, Problem problem, Route[] obeys, params Route[] breaks) => new(rule, problem, obeys, breaks);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["a tour belongs to somebody"] = Of("tour.unknown", For(Ann, J with { LeaveOutPrice = 0 }), [There()], Tour(7, 0, 260)),
        ["a tour is on a shift that exists"] = Of("tour.unknown", For(Ann, J), [There()], new Route(0, 1, 0, 0, [])),
        ["one tour for each shift"] = Of("tour.twice", Problem([Ann], [J, J with { Id = "K" }]), [Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))], There(), Tour(0, 300, 560, Work(1, 400, 460))),
        ["a tour has a purpose"] = Of("tour.empty", For(Ann with { Shifts = [Day(new Break(0, 500, 50))] }, J), [Tour(0, 0, 310, Work(0, 100, 160), Rest(160, 210))], Tour(0, 0, 50, Rest(0, 50))),
        ["it leaves after the shift has begun"] = Of("tour.leaves", For(Ann with { Shifts = [new Shift(50, 1000)] }, J), [Tour(0, 50, 310, Work(0, 150, 210))], There()),
        ["it is back when the shift ends"] = Of("tour.returns", For(Ann with { Shifts = [new Shift(0, 260)] }, J), [There()], Tour(0, 1, 261, Work(0, 101, 161))),
        ["it is back when overtime ends"] = Of("tour.returns", For(Ann with { Shifts = [new Shift(0, 200) { OvertimeLimit = 60 }] }, J), [There()], Tour(0, 1, 261, Work(0, 101, 161))),
        ["without a start place it begins with its first stop"] = Of("tour.leaves", For(Ann with { StartPlace = null }, J), [Tour(0, 100, 260, Work(0, 100, 160))], There()),
        ["without an end place it is over with its last stop"] = Of("tour.returns", For(Ann with { EndPlace = null }, J), [Tour(0, 0, 160, Work(0, 100, 160))], There()),
        ["a shift may start elsewhere"] = Of("tour.drive", For(Ann with { Shifts = [new Shift(0, 1000) { StartPlace = 3 }] }, J), [Tour(0, 0, 360, Work(0, 200, 260))], There()),
        ["the way takes its time"] = Of("tour.drive", For(Ann, J), [There()], Tour(0, 1, 260, Work(0, 100, 160))),
        ["so does the way back"] = Of("tour.drive", For(Ann, J), [There()], Tour(0, 0, 259, Work(0, 100, 160))),
        ["and the way between"] = Of("tour.drive", For(Ann, J, new Job("K", 3, 60)), [Tour(0, 0, 720, Work(0, 100, 160), Work(1, 360, 420))], Tour(0, 0, 720, Work(0, 100, 160), Work(1, 359, 419))),
        ["roads are slower at some hours"] = Of("tour.drive", Problem([Ann], [J], travel: Street(new TravelProfile([0, 100], [50, 100]))), [Tour(0, 0, 310, Work(0, 150, 210))], There()),
        ["nothing starts before the technician is there"] = Of("stop.order", For(Ann, J), [There()], Tour(0, 0, 260, Work(0, 100, 160, arrive: 101))),
        ["nobody is at two stops at once"] = Of("stop.order", For(Ann with { Shifts = [Day(new Break(150, 300, 50))] }, J), [Tour(0, 0, 310, Work(0, 100, 160), Rest(160, 210))], Tour(0, 0, 310, Work(0, 100, 160), Rest(159, 209))),

        ["every break is taken"] = Of("break.missing", For(Ann with { Shifts = [Day(new Break(0, 500, 50))] }, J), [Tour(0, 0, 310, Rest(0, 50), Work(0, 150, 210))], There()),
        ["a break starts in its window"] = Of("break.window", For(Ann with { Shifts = [Day(new Break(160, 300, 50))] }, J), [Tour(0, 0, 350, Work(0, 100, 160), Rest(200, 250))], Tour(0, 0, 500, Work(0, 100, 160), Rest(301, 351))),
        ["a break has its length"] = Of("break.length", For(Ann with { Shifts = [Day(new Break(160, 300, 50))] }, J), [Tour(0, 0, 350, Work(0, 100, 160), Rest(200, 250))], Tour(0, 0, 350, Work(0, 100, 160), Rest(200, 249))),
        ["breaks are taken in order"] = Of("break.order", For(Ann with { Shifts = [Day(new Break(160, 300, 50), new Break(160, 300, 50))] }, J),
            [Tour(0, 0, 400, Work(0, 100, 160), Rest(200, 250), Rest(250, 300, 1))], Tour(0, 0, 450, Work(0, 100, 160), Rest(200, 250), Rest(250, 300, 1), Rest(300, 350, 1))),
        ["a break never cuts a drive in two"] = Of("tour.drive", For(Ann with { Shifts = [Day(new Break(50, 100, 50))] }, J), [Tour(0, 0, 310, Rest(100, 150), Work(0, 150, 210))], Tour(0, 0, 310, Rest(50, 100), Work(0, 150, 210))),

        ["a commitment is kept"] = Of("commitment.missing", For(Ann with { Shifts = [new Shift(0, 1000) { Commitments = [new(400, 500, 2)] }] }, J), [Tour(0, 0, 700, Work(0, 100, 160), Fixed(400, 500))], There()),
        ["its shift has a tour"] = Of("commitment.missing", For(Ann with { Shifts = [new Shift(0, 1000) { Commitments = [new(400, 500, 2)] }] }), [Tour(0, 0, 700, Fixed(400, 500))]),
        ["a commitment does not move"] = Of("commitment.time", For(Ann with { Shifts = [new Shift(0, 1000) { Commitments = [new(400, 500, 2)] }] }), [Tour(0, 0, 700, Fixed(400, 500))], Tour(0, 0, 701, Fixed(401, 501))),
        ["a commitment happens once"] = Of("commitment.twice", For(Ann with { Shifts = [new Shift(0, 1000) { Commitments = [new(400, 400, 2)] }] }), [Tour(0, 0, 600, Fixed(400, 400))], Tour(0, 0, 600, Fixed(400, 400), Fixed(400, 400))),
        ["a commitment anywhere lies beside a drive"] = Of("tour.drive", For(Ann with { Shifts = [new Shift(0, 1000) { Commitments = [new(100, 200)] }] }, J),
            [Tour(0, 0, 360, Fixed(100, 200), Work(0, 200, 260))], Tour(0, 1, 360, Fixed(100, 200), Work(0, 200, 260))),

        ["work lasts as long as it takes"] = Of("work.duration", For(Ann, J), [There()], Tour(0, 0, 260, Work(0, 100, 159))),
        ["slower people take longer, rounded up"] = Of("work.duration", For(Ann with { DurationPercent = [101] }, J), [Tour(0, 0, 261, Work(0, 100, 161))], There()),
        ["a duration of one's own is final"] = Of("work.duration", For(Ann with { DurationPercent = [200] }, J with { DurationBy = new Dictionary<int, int> { [0] = 70 } }), [Tour(0, 0, 270, Work(0, 100, 170))], Tour(0, 0, 340, Work(0, 100, 240))),
        ["work starts in a window"] = Of("work.window", For(Ann, J with { Windows = [new(100, 150), new(300, 350)] }), [Tour(0, 0, 460, Work(0, 300, 360, arrive: 100))], Tour(0, 0, 460, Work(0, 299, 359, arrive: 100))),
        ["an unpriced side of a window is hard"] = Of("work.window", For(Ann, J with { Windows = [new(200, 250, EarlyPerMinute: 1)] }), [There()], Tour(0, 0, 460, Work(0, 251, 311))),
        ["a promise is kept"] = Of("work.promise", For(Ann, J with { Promise = new(100, 150) }), [There()], Tour(0, 0, 460, Work(0, 151, 211))),
        ["a lock fixes the start"] = Of("work.lock", For(Ann, J with { Lock = new(Start: 100) }), [There()], Tour(0, 0, 460, Work(0, 101, 161))),
        ["a lock fixes the technician"] = Of("who.lock", Problem([Ann, Bob], [J with { Lock = new(Technician: 0) }]), [There()], There(1)),

        ["skills at the level asked for"] = Of("who.skill", Problem([Ann with { Skills = [new(0, 2)] }, Bob with { Skills = [new(0, 1)] }], [J with { Skills = [new(0, 2)] }]), [There()], There(1)),
        ["certificates are valid to the end"] = Of("who.certificate", Problem([Ann with { Certificates = [new(0, 160)] }, Bob with { Certificates = [new(0, 159)] }], [J with { Certificates = [0] }]), [There()], There(1)),
        ["a technician stays in his territory"] = Of("who.territory", Problem([Ann, Bob with { Territories = [1] }], [J with { Territory = 0 }]), [There()], There(1)),
        ["required technicians"] = Of("who.required", Problem([Ann, Bob], [J with { RequiredTechnicians = [0] }]), [There()], There(1)),
        ["excluded technicians"] = Of("who.excluded", Problem([Ann, Bob], [J with { ExcludedTechnicians = [1] }]), [There()], There(1)),
        ["a role asks for skills of its own"] = Of("who.skill", Problem([Ann with { Skills = [new(0)] }, Bob], [J with { Crew = [new("mate") { Skills = [new(0)] }] }]),
            [Tour(1, 0, 260, Work(0, 100, 160)), Tour(0, 0, 260, Work(0, 100, 160, 1))], There(), Tour(1, 0, 260, Work(0, 100, 160, 1))),

        ["a crew starts together"] = Of("crew.together", Problem([Ann, Bob], [J with { Crew = [new("mate", 30)] }]),
            [There(), Tour(1, 0, 230, Work(0, 100, 130, 1))], There(), Tour(1, 0, 240, Work(0, 101, 131, 1))),
        ["a crew is different people"] = Of("crew.same", Problem([Ann with { Shifts = [new(0, 300), new(300, 600)] }], [J with { Duration = 0, Crew = [new("mate")] }, J with { Id = "K" }]),
            [There(job: 1)], Tour(0, 0, 200, Work(0, 100, 100), Work(0, 100, 100, 1))),
        ["a job is cut into its pieces"] = Of("split.pieces", For(Ann, J with { Duration = 61, Split = new(20, 2) }), [Tour(0, 0, 300, Work(0, 100, 131, 0, 2), Work(0, 160, 190, 1, 2))], Tour(0, 0, 300, Work(0, 100, 131, 0, 2), Work(0, 160, 190, 1, 3))),
        ["the first pieces are the longer ones"] = Of("work.duration", For(Ann, J with { Duration = 61, Split = new(20, 2) }), [Tour(0, 0, 300, Work(0, 100, 131, 0, 2), Work(0, 160, 190, 1, 2))], Tour(0, 0, 300, Work(0, 100, 130, 0, 2), Work(0, 160, 191, 1, 2))),
        ["pieces follow each other"] = Of("split.order", Problem([Ann, Bob], [J with { Split = new(20, 2) }]), [Tour(0, 0, 230, Work(0, 100, 130, 0, 2)), Tour(1, 0, 260, Work(0, 130, 160, 1, 2))], Tour(0, 0, 230, Work(0, 100, 130, 0, 2)), Tour(1, 0, 260, Work(0, 129, 159, 1, 2))),
        ["all of a job or nothing"] = Of("job.incomplete", Problem([Ann, Bob], [J with { Crew = [new("mate")] }]), [There(), Tour(1, 0, 260, Work(0, 100, 160, 1))], There()),
        ["a job is served once"] = Of("job.twice", Problem([Ann, Bob], [J]), [There()], There(), There(1)),

        ["tools are on the van"] = Of("tool.missing", Problem([Ann with { Tools = [0] }, Bob], [J with { Tools = [0] }]), [There()], There(1)),
        ["or fetched before"] = Of("tool.missing", Problem([Ann], [J with { Tools = [0] }], warehouses: [new("W", 1, 10) { Tools = [0] }]), [Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170))], Tour(0, 0, 270, Work(0, 100, 160), Fetch(160, 170))),
        ["parts are on the van"] = Of("part.missing", For(Ann with { Stock = [new(0, 2)] }, J with { Parts = [new(0, 1)] }, J with { Id = "K", Parts = [new(0, 2)] }), [There(job: 1)], Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))),
        ["the van is not filled again"] = Of("part.missing", For(Ann with { Stock = [new(0, 1)], Shifts = [new(0, 300), new(300, 600)] }, J with { Parts = [new(0, 1)] }, J with { Id = "K", Parts = [new(0, 1)] }),
            [There()], There(), new Route(0, 1, 300, 560, [Work(1, 400, 460)])),
        ["or fetched at a warehouse"] = Of("part.missing", Problem([Ann], [J with { Parts = [new(0, 1)] }], warehouses: [new("W", 1, 10) { Stock = [new(0, 1)] }]), [Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170))], Tour(0, 0, 270, Work(0, 100, 160), Fetch(160, 170))),
        ["a warehouse serves all from one stock"] = Of("part.missing", Problem([Ann, Bob], [J with { Parts = [new(0, 1)] }, J with { Id = "K", Parts = [new(0, 1)] }], warehouses: [new("W", 1, 10) { Stock = [new(0, 1)] }]),
            [Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170))], Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170)), Tour(1, 0, 270, Fetch(100, 110), Work(1, 110, 170))),
        ["after a warehouse that holds it the van is not asked"] = Of("part.missing", Problem([Ann with { Stock = [new(0, 9)] }], [J with { Parts = [new(0, 2)] }], warehouses: [new("W", 1, 10) { Stock = [new(0, 1)] }]),
            [Tour(0, 0, 270, Work(0, 100, 160), Fetch(160, 170))], Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170))),
        ["a substitute does it, all from one kind"] = Of("part.missing", Problem([Ann with { Stock = [new(0, 1), new(1, 2)] }, Bob with { Stock = [new(0, 1), new(1, 1)] }], [J with { Parts = [new(0, 2) { Substitutes = [1] }] }]), [There()], There(1)),
        ["a substitute leaves the part to who needs it"] = Of("part.missing", For(Ann with { Stock = [new(0, 1), new(1, 1)] }, J with { Parts = [new(0, 1) { Substitutes = [1] }] }, J with { Id = "K", Parts = [new(0, 1)] }, J with { Id = "L", Parts = [new(1, 1)] }),
            [Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))], Tour(0, 0, 380, Work(0, 100, 160), Work(1, 160, 220), Work(2, 220, 280))),
        ["a warehouse has opening hours"] = Of("warehouse.closed", Problem([Ann], [J], warehouses: [new("W", 1, 10) { Opens = 50, Closes = 100 }]), [Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170))], Tour(0, 1, 271, Fetch(101, 111), Work(0, 111, 171))),
        ["loading takes its time"] = Of("warehouse.duration", Problem([Ann], [J], warehouses: [new("W", 1, 10)]), [Tour(0, 0, 270, Fetch(100, 110), Work(0, 110, 170))], Tour(0, 0, 270, Fetch(100, 109), Work(0, 110, 170))),

        ["one before the other, with a gap"] = Of("relation.before", Problem([Ann], [J, J with { Id = "K" }], [new(Order.Before, 0, 1, 40)]), [Tour(0, 0, 360, Work(0, 100, 160), Work(1, 200, 260))], Tour(0, 0, 360, Work(0, 100, 160), Work(1, 199, 259))),
        ["the second only if the first"] = Of("relation.before", Problem([Ann], [J, J with { Id = "K" }], [new(Order.Before, 0, 1)]), [There()], There(job: 1)),
        ["on the same day"] = Of("relation.same-day", Days(Order.SameDay), [Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))], There(), new Route(0, 1, 86_400, 86_660, [Work(1, 86_500, 86_560)])),
        ["by the same technician"] = Of("relation.same-technician", Problem([Ann, Bob], [J, J with { Id = "K" }], [new(Order.SameTechnician, 0, 1)]), [Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))], There(), There(1, 1)),
        ["apart, in either order"] = Of("relation.apart", Problem([Ann, Bob], [J, J with { Id = "K" }], [new(Order.Apart, 0, 1, 40)]), [Tour(0, 0, 360, Work(0, 200, 260)), Tour(1, 0, 260, Work(1, 100, 160))], There(), There(1, 1)),

        ["what has begun stays"] = Of("frozen.changed", BothBegun, [Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))], Tour(0, 0, 321, Work(0, 100, 160), Work(2, 161, 221))),
        ["nor does its tour vanish"] = Of("frozen.changed", Frozen(100), [There()]),
        ["nor did it leave at another time"] = Of("frozen.changed", Frozen(100), [There()], There() with { Leaves = 1 }),
        ["nothing new starts in the past"] = Of("frozen.start", Problem([Ann with { StartPlace = null }], [J], frozenUntil: 100), [Tour(0, 101, 261, Work(0, 101, 161))], Tour(0, 100, 260, Work(0, 100, 160))),
        ["nor does anybody set out in the past"] = Of("tour.drive", Frozen(200, new Job("K", 2, 60)), [Tour(0, 0, 560, Work(0, 100, 160), Work(1, 300, 360))], Tour(0, 0, 560, Work(0, 100, 160), Work(1, 299, 359))),
        ["nor leave home in the past"] = Of("frozen.leaves", Problem([Ann with { StartPlace = 1 }], [J], frozenUntil: 50), [Tour(0, 50, 260, Work(0, 100, 160))], Tour(0, 49, 260, Work(0, 100, 160))),
    };

    private static Problem Days(Order order) => Problem([Ann with { Shifts = [new(0, 1000), new(86_400, 87_400)] }], [J, J with { Id = "K" }], [new(order, 0, 1)]);

    private static Problem Frozen(int until, params Job[] more) => Problem([Ann], [J, .. more], frozenUntil: until, frozen: new Plan([There()], []));

    private static Problem BothBegun => Problem([Ann], [J, J with { Id = "K" }, J with { Id = "L" }], frozenUntil: 160, frozen: new Plan([Tour(0, 0, 320, Work(0, 100, 160), Work(1, 160, 220))], []));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory, MemberData(nameof(Names))]
    public void A_plan_that_obeys_is_passed(string name) =>
        Assert.Equal("The plan obeys every rule.", Check.Of(Cases[name].Problem, Plan(Cases[name].Problem, Cases[name].Obeys)).ToString());

    [Theory, MemberData(nameof(Names))]
    public void A_plan_that_breaks_a_rule_is_told_which(string name)
    {
        var found = Check.Of(Cases[name].Problem, Plan(Cases[name].Problem, Cases[name].Breaks)).Violations;
        Assert.Contains(Cases[name].Rule, found.Select(v => v.Rule));
        Assert.All(found, v => Assert.True(v.Rule == Cases[name].Rule || Follows(v.Rule), v.ToString()));
    }

    /// <summary>A tour that cannot be read, or part of a job, leaves jobs unserved that are not listed as left out.</summary>
    private static bool Follows(string rule) => rule == "job.listed";

    [Fact]
    public void A_violation_names_the_technician_the_job_and_the_times()
    {
        var problem = For(Ann, J with { Windows = [new(100, 150)] });
        var violation = Assert.Single(Check.Of(problem, Plan(problem, Tour(0, 0, 311, Work(0, 151, 211)))).Violations);
        Assert.Equal("Ann, shift 1, stop 1 (job J): it starts at 151, outside its window from 100 to 150.", violation.Text);
        Assert.Equal((0, 0, 0, 0), (violation.Technician, violation.Shift, violation.Stop, violation.Job));
    }

    [Fact]
    public void What_only_facts_break_is_not_held_against_a_plan()
    {
        var late = Problem([Ann], [J with { Windows = [new(0, 50)] }], frozenUntil: 100, frozen: new Plan([There()], []));
        Assert.True(Check.Of(late, Plan(late, There())).Obeys);
    }

    [Fact]
    public void Every_job_is_served_or_listed_as_left_out()
    {
        var problem = For(Ann, J, J with { Id = "K" });
        Assert.Equal(["job.listed"], Check.Of(problem, new Plan([There()], [])).Violations.Select(v => v.Rule));
        Assert.Equal(["job.listed"], Check.Of(problem, new Plan([There()], [new(1, Rule.None), new(1, Rule.None)])).Violations.Select(v => v.Rule));
        Assert.Equal(["job.listed"], Check.Of(problem, new Plan([There()], [new(1, Rule.None), new(0, Rule.None)])).Violations.Select(v => v.Rule));
        Assert.Equal(["job.unknown"], Check.Of(problem, new Plan([There()], [new(1, Rule.None), new(7, Rule.None)])).Violations.Select(v => v.Rule));
    }
}

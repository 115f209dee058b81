using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.Modules.Tests.Workforce;
using Callout.Scheduling;
using Callout.Workforce;
using Callout.WorkOrders;
using Plain = Callout.Testing.Given;

namespace Callout.Modules.Tests.Scheduling;

public sealed class CandidateTests : IAsyncLifetime
{
    private static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana, ben;
    private SiteId site;
    private SkillId cooling;
    private WorkOrderId order;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        (ana, ben) = (await house.Technician(branch, "Ana"), await house.Technician(branch, "Ben"));
        foreach (var technician in new[] { ana, ben }) await house.Weekdays(technician);
        site = await house.Site(branch, await house.Account(branch));
        cooling = await house.Skill("Refrigeration");
        await house.Admin.Post(new GiveSkill(ana, cooling, 5));
        order = await house.Order(branch, site: site, template: Plain.Plain with { Minutes = 60, Skills = [new("refrigeration", 3)] });
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Whoever_lacks_the_skill_stands_behind_with_the_reason()
    {
        var found = await Candidates();

        Assert.Equal(["Ana", "Ben"], found.Items.Select(c => c.Name));
        Assert.Empty(found.Items[0].WhyNot);
        Assert.NotNull(found.Items[0].Start);
        Assert.Equal(["Does not hold Refrigeration."], found.Items[1].WhyNot);
        Assert.Null(found.Items[1].Start);
    }

    [Fact]
    public async Task The_earliest_start_comes_after_what_is_planned_and_after_the_way_from_there()
    {
        await house.Visit(await house.Order(branch), branch, ana, Today(8), Duration.FromHours(2));

        var first = (await Candidates()).Items[0];

        Assert.Equal(Today(10) + Duration.FromMinutes(first.TravelMinutes!.Value), first.Start);
        Assert.Contains("Cold room", first.After);
        Assert.True(first.Load > 0);
    }

    [Fact]
    public async Task Whoever_is_free_now_must_still_drive_there()
    {
        house.Time.Advance(TimeSpan.FromHours(1));

        var first = (await Candidates()).Items[0];

        Assert.True(first.TravelMinutes > 0);
        Assert.Equal(house.Now + Duration.FromMinutes(first.TravelMinutes!.Value), first.Start);
    }

    [Fact]
    public async Task Who_is_away_says_so()
    {
        await house.Admin.Post(new ChangeShift(house.New<ShiftChangeId>(), ana, new(2026, 11, 23), []));

        var ana23 = (await Candidates()).Items.Single(c => c.Technician == ana);

        Assert.Equal(["Has no shift then, or is away."], ana23.WhyNot);
    }

    [Fact]
    public async Task A_board_learns_for_everybody_at_once_where_a_job_may_begin()
    {
        await house.Visit(await house.Order(branch), branch, ana, Today(10), Duration.FromHours(1));

        var check = await Check("");

        var hers = check.Technicians.Single(t => t.Technician == ana);
        Assert.Equal(60, check.Minutes);
        Assert.All(hers.Openings, o => Assert.DoesNotContain(hers.Taken, t => t.From < o.From + Duration.FromMinutes(60) && o.From < t.Until));
        Assert.DoesNotContain(hers.Openings, o => o.From < Today(12) + Duration.FromMinutes(60) && o.Until > Today(12));
        Assert.Equal(["Does not hold Refrigeration."], check.Technicians.Single(t => t.Technician == ben).Lacks);
    }

    [Fact]
    public async Task A_visit_that_is_moved_is_not_in_its_own_way()
    {
        var visit = await house.Visit(order, branch, ana, Today(9), Duration.FromHours(8));

        Assert.Empty((await Check("")).Technicians.Single(t => t.Technician == ana).Openings);
        Assert.Empty((await Check($"&visit={visit}")).Technicians.Single(t => t.Technician == ana).Taken);
        Assert.Equal(480, (await Check($"&visit={visit}")).Minutes);
    }

    [Fact]
    public async Task The_day_of_a_branch_shows_its_people_their_hours_and_what_is_planned()
    {
        var visit = await house.Visit(order, branch, ana, Today(12), Duration.FromMinutes(30));

        var day = await house.Dispatcher(branch).Get<ScheduleDay>($"schedule/day?branch={branch}&from={Today(0)}&until={Today(23)}");

        Assert.Equal(["Ana", "Ben"], day.People.Select(p => p.Name).Order());
        Assert.Equal([visit], day.Stops.Select(s => s.Visit));
        Assert.Equal(Today(12) + Duration.FromMinutes(30), day.Hours.Single(h => h.Technician == ana).Breaks.Single().Start);
    }

    [Fact]
    public async Task Nobody_is_planned_who_lacks_a_skill_unless_a_manager_says_why()
    {
        Assert.Equal("visit.unfit", (await house.Dispatcher(branch).Refused(Plan(ben, Today(9)))).Code);
        Assert.Equal("visit.unfit", (await house.Dispatcher(branch).Refused(Plan(ben, Today(9), "Goes with Ana"))).Code);
        var plan = Plan(ben, Today(9), "Goes with Ana");
        await house.Admin.Post(plan);
        await house.Dispatcher(branch).Post(new DispatchVisit(plan.Visit));

        Assert.Single(await house.Ledger(), "visit.fitness-overridden");
    }

    [Fact]
    public async Task Nobody_is_sent_who_lost_the_skill_since_unless_a_manager_says_why()
    {
        var visit = await house.Visit(order, branch, ana, Today(9));
        await house.Admin.Post(new TakeSkill(ana, cooling));

        Assert.Equal("visit.unfit", (await house.Dispatcher(branch).Refused(new DispatchVisit(visit, Although: "Goes with Ben"))).Code);
        await house.Admin.Post(new DispatchVisit(visit, Although: "Goes with Ben"));

        Assert.Contains("visit.fitness-overridden", await house.Ledger());
    }

    [Fact]
    public async Task A_skill_that_is_not_among_the_skills_is_held_by_nobody()
    {
        order = await house.Order(branch, site: site, template: Plain.Plain with { Skills = [new("welding", 1)] });

        var refused = await house.Dispatcher(branch).Refused(Plan(ana, Today(9)));

        Assert.Equal("visit.unfit", refused.Code);
        Assert.Contains("Nobody here holds welding", refused.Detail);
    }

    [Fact]
    public async Task Nobody_is_booked_outside_their_hours_unless_whoever_does_it_says_why()
    {
        var dispatcher = house.Dispatcher(branch);
        var refused = await dispatcher.Refused(Plan(ana, Today(19)));
        Assert.Equal("visit.outside-hours", refused.Code);
        Assert.StartsWith("Ana does not work then.", refused.Detail);
        Assert.Equal("visit.outside-hours", (await dispatcher.Refused(Plan(ana, Today(16) + Duration.FromMinutes(30)))).Code);

        var visit = await house.Visit(order, branch, ana, Today(16));
        Assert.Equal("visit.outside-hours", (await dispatcher.Refused(Move(visit, Today(17)))).Code);
        await dispatcher.Post(Move(visit, Today(17)) with { Although = "Overtime is agreed" });

        Assert.Single(await house.Ledger(), "visit.hours-overridden");
    }

    [Fact]
    public async Task Whoever_is_on_call_may_be_booked_at_night()
    {
        await house.Admin.Post(new PlanOnCall(house.New<OnCallRotaId>(), branch, "Nights", [ana], new(2026, 11, 23), new(18, 0), 7, Nairobi));

        await house.Dispatcher(branch).Post(Plan(ana, Today(21)));
    }

    [Fact]
    public async Task Who_looks_at_every_branch_is_told_of_their_visits()
    {
        var visit = await house.Visit(order, branch, ana, Today(9));
        await house.Settled();

        Assert.Contains((await house.Admin.Feed()).Documents, d => d.Document == "visit" && d.Id == visit.Value);
    }

    private PlanVisit Plan(ResourceId who, Instant at, string? although = null) => new(house.New<VisitId>(), order, who, at, at + Duration.FromHours(1), Nairobi, Although: although);

    private RescheduleVisit Move(VisitId visit, Instant at) => new(visit, ana, at, at + Duration.FromHours(1), Nairobi);

    private Task<CandidateList> Candidates() => house.Dispatcher(branch).Get<CandidateList>($"schedule/candidates?order={order}&from={Today(8)}&until={Today(18)}");

    private Task<ScheduleCheck> Check(string more) => house.Dispatcher(branch).Get<ScheduleCheck>($"schedule/check?order={order}&from={Today(0)}&until={Today(23)}{more}");

    private static Instant Today(int hour) => new LocalDate(2026, 11, 23).At(new LocalTime(hour, 0)).InZoneLeniently(Nairobi).ToInstant();
}

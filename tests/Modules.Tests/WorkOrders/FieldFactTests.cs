using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class FieldFactTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana, ben;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana, ben) = (house.New<BranchId>(), house.New<ResourceId>(), house.New<ResourceId>());
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    private async Task<WorkOrderPage> Page(WorkOrderId order)
    {
        await house.Settled();
        return await office.Get<WorkOrderPage>($"work-orders/{order}");
    }

    [Fact]
    public async Task Each_tap_leaves_its_time_and_the_times_add_up()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        var phone = house.Technician(ana);
        await phone.Post(new StartTravel(visit));
        Assert.Equal(WorkOrderState.InProgress, (await Page(order)).State);
        house.Time.Advance(TimeSpan.FromMinutes(20));
        await phone.Post(new Arrive(visit, new DevicePosition(-1.2921, 36.8219, 12)));
        await phone.Post(new StartWork(visit));
        house.Time.Advance(TimeSpan.FromMinutes(40));
        await phone.Post(new PauseWork(visit, PauseReason.Parts));
        house.Time.Advance(TimeSpan.FromMinutes(10));
        await phone.Post(new StartWork(visit));
        house.Time.Advance(TimeSpan.FromMinutes(5));
        await phone.Post(new CompleteVisit(visit, VisitOutcome.Fixed));

        var page = await Page(order);
        Assert.Equal(new VisitTimes(Duration.FromMinutes(20), Duration.FromMinutes(45), Duration.FromMinutes(10)), page.Visits[0].Times);
        Assert.Equal(ClockState.Met, page.Clocks.Single(c => c.Clock == ClockKind.Arrival).State);
        var arrived = page.Timeline.Single(h => h.What == "visit.arrived");
        Assert.Equal((phone.Principal.Key, -1.2921), (arrived.Who, arrived.Where!.Latitude));
        Assert.DoesNotContain("36.8219", arrived.Body);
    }

    [Fact]
    public async Task Work_done_on_a_cancelled_visit_is_kept_and_shown_to_the_office()
    {
        var visit = await house.Visit(await house.Order(branch), branch, ana);
        await office.Post(new CancelVisit(visit, "Customer rang off"));

        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));

        var deviation = Assert.Single((await office.Get<Page<OpenDeviation>>("deviations")).Items).Deviation;
        Assert.Equal((visit, Deviation.NotPlanned), (deviation.Visit, deviation.Kind));
        await office.Post(new SettleDeviation(deviation.Id, "Ana was nearly there"));
        Assert.Empty((await office.Get<Page<OpenDeviation>>("deviations")).Items);
        Assert.Equal("Ana was nearly there", Assert.Single((await office.Get<Page<OpenDeviation>>("deviations?settled=true")).Items).Deviation.Remark);
    }

    [Fact]
    public async Task Who_was_replaced_meanwhile_still_reports_what_they_did()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        await office.Post(new ReassignVisit(visit, ben));

        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));

        Assert.Equal(Deviation.DoneByAnother, Assert.Single((await Page(order)).Deviations).Kind);
        Assert.Equal(WorkOrderState.Completed, (await Page(order)).State);
    }

    [Fact]
    public async Task A_tap_forgotten_is_skipped_and_a_tap_too_late_is_refused_with_what_is_legal()
    {
        var visit = await house.Visit(await house.Order(branch), branch, ana);
        await house.Technician(ana).Post(new StartWork(visit));

        var problem = await house.Technician(ana).Refused(new AcceptVisit(visit));

        Assert.Equal("visit.illegal", problem.Code);
        Assert.Contains("pause", problem.Detail);
        Assert.Contains("complete", problem.Detail);
    }

    [Fact]
    public async Task Safety_notes_are_acknowledged_before_work_starts()
    {
        var visit = await house.Visit(await house.Order(branch, template: Given.Plain with { Safety = ["Lock out first."] }), branch, ana);
        var phone = house.Technician(ana);
        Assert.Equal("visit.safety", (await phone.Refused(new StartWork(visit))).Code);
        await phone.Post(new StartWork(visit, SafetyAcknowledged: true));
    }

    [Fact]
    public async Task A_tap_by_mistake_is_put_right_and_both_stay_in_the_history()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        await house.Technician(ana).Post(new CorrectVisit(visit, VisitState.Working, house.Now, "Meant pause"));

        var page = await Page(order);
        Assert.Equal((WorkOrderState.InProgress, VisitState.Working), (page.State, page.Visits[0].State));
        Assert.Equal([VisitState.Completed, VisitState.Working], page.Visits[0].Steps.Select(s => s.State));
        house.Time.Advance(TimeSpan.FromHours(13));
        Assert.Equal("visit.too-late-to-correct", (await house.Technician(ana).Refused(new CorrectVisit(visit, VisitState.OnSite, house.Now, "?"))).Code);
        await office.Post(new CorrectVisit(visit, VisitState.OnSite, house.Now, "Rang her"));
    }

    [Fact]
    public async Task Declining_gives_the_visit_back_without_a_technician_and_frees_the_time()
    {
        var order = await house.Order(branch);
        var start = house.Now + Duration.FromHours(1);
        var visit = await house.Visit(order, branch, ana, start);
        await office.Post(new DispatchVisit(visit));
        await house.Technician(ana).Post(new DeclineVisit(visit, "Ill"));
        Assert.Null((await Page(order)).Visits[0].Lead);
        Assert.Equal("visit.no-technician", (await office.Refused(new DispatchVisit(visit))).Code);
        await house.Visit(await house.Order(branch), branch, ana, start);

        // It waits for somebody again, and whoever plans gives this one to them instead of adding another.
        Assert.Equal(WorkOrderState.Ready, (await Page(order)).State);
        await office.Post(new RescheduleVisit(visit, ben, start, start + Duration.FromHours(1), DateTimeZone.Utc));
        var page = await Page(order);
        Assert.Equal((WorkOrderState.Scheduled, ben), (page.State, Assert.Single(page.Visits).Lead));
    }
}

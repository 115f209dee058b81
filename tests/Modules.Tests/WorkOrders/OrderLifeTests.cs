using Callout.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class OrderLifeTests : IAsyncLifetime
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
    public async Task Without_site_customer_and_contact_nobody_can_be_sent()
    {
        var (request, order, start) = (house.New<ServiceRequestId>(), house.New<WorkOrderId>(), house.Now + Duration.FromHours(1));
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, "Something hums"));
        await office.Post(new OpenWorkOrder(order, request));
        var plan = new PlanVisit(house.New<VisitId>(), order, ana, start, start + Duration.FromHours(1), DateTimeZone.Utc);
        Assert.Equal("work-order.illegal", (await office.Refused(plan)).Code);
        Assert.Equal("work-order.site-missing", (await office.Refused(new TriageWorkOrder(order, await house.WorkType()))).Code);

        await office.Post(new DescribeWorkOrder(order, Site: house.New<SiteId>()));
        await office.Post(new TriageWorkOrder(order, await house.WorkType()));
        Assert.Equal(WorkOrderState.Triaged, (await Page(order)).State);
        Assert.Equal(["the customer", "a contact"], (await Page(order)).Unknown);
        Assert.Equal("work-order.illegal", (await office.Refused(plan)).Code);

        await office.Post(new DescribeWorkOrder(order, Account: house.New<AccountId>(), Contact: house.New<ContactId>()));
        Assert.Equal(WorkOrderState.Ready, (await Page(order)).State);
        await office.Post(plan);
        Assert.Equal(WorkOrderState.Scheduled, (await Page(order)).State);
    }

    [Fact]
    public async Task An_order_that_needs_approval_is_booked_only_after_it()
    {
        var order = await house.Order(branch, template: Given.Plain with { NeedsApproval = true });
        var start = house.Now + Duration.FromHours(1);
        var plan = new PlanVisit(house.New<VisitId>(), order, ana, start, start + Duration.FromHours(1), DateTimeZone.Utc);

        var problem = await office.Refused(plan);
        Assert.Equal("work-order.illegal", problem.Code);
        Assert.Contains("approve, reject, cancel", problem.Detail);
        Assert.Equal(403, (await office.Refused(new ApproveWorkOrder(order))).Status);

        await house.Admin.Post(new ApproveWorkOrder(order));
        Assert.Equal(("person:admin", house.Now), ((await Page(order)).Approval!.By, (await Page(order)).Approval!.At));
        await office.Post(plan);
    }

    [Fact]
    public async Task A_priority_other_than_the_rules_wants_a_reason_and_moves_the_promise()
    {
        var order = await house.Order(branch);
        var before = await Page(order);
        Assert.Equal(Priority.Normal, before.Priority);
        Assert.Equal("work-order.priority-reason", (await office.Refused(new PrioritiseWorkOrder(order, Priority.Emergency, " "))).Code);

        await office.Post(new PrioritiseWorkOrder(order, Priority.Emergency, "Vaccines inside"));

        var after = await Page(order);
        Assert.Equal((Priority.Emergency, "Vaccines inside"), (after.Priority, after.PriorityReason));
        Assert.True(after.Clocks.Single(c => c.Clock == ClockKind.Arrival).Due < before.Clocks.Single(c => c.Clock == ClockKind.Arrival).Due);
        Assert.Contains(after.Timeline, h => h.What == "work-order.prioritised" && h.Who == office.Principal.Key);
    }

    [Fact]
    public async Task The_queue_stands_by_risk_with_emergencies_first_and_counts_its_six_buckets()
    {
        var late = await house.Order(branch);
        house.Time.Advance(TimeSpan.FromMinutes(30));
        var later = await house.Order(branch);
        var urgent = await house.Order(branch, urgency: Urgency.Emergency);
        await office.Post(new HoldWorkOrder(later, HoldReason.WaitingParts));

        Assert.Equal([urgent, late, later], (await office.Get<Page<WorkOrderLine>>("work-orders")).Items.Select(o => o.Id));
        Assert.Equal([later], (await office.Get<Page<WorkOrderLine>>("work-orders?bucket=waitingForParts")).Items.Select(o => o.Id));
        var counts = await office.Get<IReadOnlyList<BucketCount>>("work-orders/buckets");
        Assert.Equal([2, 0, 0, 1, 0, 0], counts.Select(c => c.Orders));
        Assert.All(await Task.WhenAll(new[] { late, urgent, later }.Select(Page)), o => Assert.InRange(o.Number, 1, 3));
    }

    [Fact]
    public async Task The_alarm_of_a_promise_that_was_kept_rings_once_and_changes_nothing()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        await house.Technician(ana).Post(new Arrive(visit));
        var kept = Arrival(await Page(order));
        house.Time.Advance(TimeSpan.FromHours(5));
        await house.Settled();

        Assert.Equal((ClockState.Met, kept.Met), (Arrival(await Page(order)).State, Arrival(await Page(order)).Met));
        await using var db = await house.Db();
        var key = $"sla/{order}/{ClockKind.Arrival}";
        Assert.False(await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.AnyAsync(db.Set<Due>(), d => d.Key == key));
    }

    [Fact]
    public async Task A_hold_for_which_the_policy_pauses_stops_the_clock_and_another_does_not()
    {
        var (paused, running) = (await house.Order(branch), await house.Order(branch));
        await office.Post(new HoldWorkOrder(paused, HoldReason.Customer));
        await office.Post(new HoldWorkOrder(running, HoldReason.WaitingParts));
        house.Time.Advance(TimeSpan.FromHours(5));
        await house.Settled();
        Assert.Equal(ClockState.Paused, Arrival(await Page(paused)).State);
        Assert.Equal(ClockState.Breached, Arrival(await Page(running)).State);

        await office.Post(new ReleaseWorkOrder(paused));
        Assert.Equal(0, Arrival(await Page(paused)).UsedMinutes);
        house.Time.Advance(TimeSpan.FromMinutes(239));
        await house.Settled();
        Assert.Equal(ClockState.Running, Arrival(await Page(paused)).State);
        house.Time.Advance(TimeSpan.FromMinutes(2));
        await house.Settled();
        Assert.Equal(ClockState.Breached, Arrival(await Page(paused)).State);
    }

    [Fact]
    public async Task Closing_lists_what_is_missing_and_the_last_proof_completes_the_order()
    {
        var order = await house.Order(branch, template: Given.Plain with
        {
            Completion = [Proof.Checklist, Proof.PhotoAfter, Proof.Note], Checklist = [new("superheat", "Superheat", AnswerKind.Number, true, "K", 4, 8)],
        });
        var visit = await house.Visit(order, branch, ana);
        var phone = house.Technician(ana);
        await phone.Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        Assert.Equal(WorkOrderState.InProgress, (await Page(order)).State);
        Assert.Equal(["the checklist (superheat)", "a photo from after", "a note"], (await Page(order)).Missing);

        await phone.Post(new AnswerChecklist(visit, "superheat", "14.2"));
        await phone.Post(new AddNote(house.New<NoteId>(), order, "Needs a look in a week"));
        await phone.Post(new AttachToWorkOrder(house.New<AttachmentId>(), order, new('a', 64), "after.jpg", "image/jpeg", AttachmentTag.After, visit));

        var page = await Page(order);
        Assert.Equal(WorkOrderState.Completed, page.State);
        Assert.False(page.Visits[0].Answers.Single().InLimits);
        await office.Post(new CloseWorkOrder(order));
        Assert.Equal("work-order.illegal", (await office.Refused(new CancelWorkOrder(order, "no"))).Code);
    }

    [Fact]
    public async Task Sending_back_wants_a_follow_up_and_its_end_completes_again()
    {
        var order = await house.Order(branch);
        await house.Technician(ana).Post(new CompleteVisit(await house.Visit(order, branch, ana), VisitOutcome.Fixed));
        var follow = house.New<VisitId>();
        await office.Post(new SendBackWorkOrder(order, follow, "Still warm"));
        Assert.Equal(WorkOrderState.InProgress, (await Page(order)).State);

        var start = house.Now + Duration.FromHours(3);
        await office.Post(new RescheduleVisit(follow, ana, start, start + Duration.FromHours(1), DateTimeZone.Utc));
        Assert.Equal(WorkOrderState.Scheduled, (await Page(order)).State);
        await house.Technician(ana).Post(new CompleteVisit(follow, VisitOutcome.Fixed));
        Assert.Equal(WorkOrderState.Completed, (await Page(order)).State);
    }

    [Fact]
    public async Task An_order_remembers_its_site_and_its_asset()
    {
        var (site, asset) = (house.New<SiteId>(), house.New<AssetId>());
        var before = await house.Order(branch, site: site, asset: asset);
        await house.Technician(ana).Post(new ReportIncomplete(await house.Visit(before, branch, ana), IncompleteReason.PartMissing, "Valve"));
        Assert.Equal(WorkOrderState.Ready, (await Page(before)).State);

        foreach (var of in new[] { $"site={site}", $"asset={asset}" })
        {
            var history = await office.Get<HistoryPage>($"history?{of}");
            Assert.Equal([before], history.Open.Select(o => o.Id));
            Assert.Equal([("PartMissing", (ResourceId?)ana)], history.Visits.Select(v => (v.Reason!, v.Lead)));
        }
    }

    [Fact]
    public async Task An_order_keeps_the_revision_it_was_opened_with()
    {
        var type = await house.WorkType();
        var order = house.New<WorkOrderId>();
        await office.Post(new OpenWorkOrder(order, await house.Request(branch), type));
        await house.Admin.Post(new ReviseWorkType(type, "Stricter", Given.Plain with { Completion = [Proof.Signature] }));

        Assert.Equal(1, (await Page(order)).WorkType!.Revision);
        Assert.Empty((await Page(order)).Missing);
        Assert.Equal(2, (await office.Get<WorkTypePage>($"work-types/{type}")).WorkType.Revision);
    }

    [Fact]
    public async Task Every_industry_comes_with_all_nine_kinds_and_installing_twice_changes_nothing()
    {
        await house.Admin.Post(new InstallPreset("refrigeration"));
        await house.Admin.Post(new InstallPreset("refrigeration"));

        var types = await office.Get<IReadOnlyList<WorkTypeLine>>("work-types");
        Assert.Equal(Enum.GetValues<WorkKind>().Order(), types.Select(t => t.Kind).Order());
        var inspection = await office.Get<WorkTypePage>($"work-types/{types.Single(t => t.Kind == WorkKind.Inspection).Id}");
        Assert.Equal([Proof.Checklist, Proof.PhotoBefore, Proof.Note, Proof.Signature], inspection.Template.Completion);
        Assert.Equal(BillingRule.Warranty, (await office.Get<WorkTypePage>($"work-types/{types.Single(t => t.Kind == WorkKind.Warranty).Id}")).Template.Billing);
    }

    [Fact]
    public async Task A_second_industry_lies_beside_the_first()
    {
        await house.Admin.Post(new InstallPreset("refrigeration"));
        await house.Admin.Post(new InstallPreset("telecom"));
        await house.Admin.Post(new InstallPreset("telecom"));

        var types = await office.Get<IReadOnlyList<WorkTypeLine>>("work-types");
        Assert.Equal(2 * Enum.GetValues<WorkKind>().Length, types.Count);
        var repair = await office.Get<WorkTypePage>($"work-types/{types.Single(t => t.Code == "telecom-repair").Id}");
        Assert.Equal(("Repair, networks and telephony", "fibre"), (repair.WorkType.Name, Assert.Single(repair.Template.Skills).Skill));
    }

    [Fact]
    public async Task What_is_published_is_what_holds()
    {
        var moves = await office.Get<WorkOrderMovesPage>("work-orders/moves");
        Assert.Equal(WorkOrderState.Ready, moves.Derived[^1].Then);
        Assert.Contains(new LegalMove(WorkOrderState.Completed, WorkOrderMove.SendBack, WorkOrderState.InProgress), moves.WorkOrders);
        Assert.Contains(new LegalVisitMove(VisitState.Working, VisitMove.Travel, VisitState.EnRoute), moves.Visits);
    }

    private static ClockLine Arrival(WorkOrderPage page) => page.Clocks.Single(c => c.Clock == ClockKind.Arrival);
}

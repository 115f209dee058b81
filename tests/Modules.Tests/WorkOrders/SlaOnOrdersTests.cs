using Callout.Contracts;
using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;
using PauseReason = Callout.Contracts.PauseReason;
using SlaTarget = Callout.Contracts.SlaTarget;

namespace Callout.Modules.Tests.WorkOrders;

/// <summary>It is Monday 23 November 2026, 08:00 in Nairobi: the office opens.</summary>
public sealed class SlaOnOrdersTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private CalendarId hours;
    private AccountId account;
    private SiteId site;
    private AssetId asset;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, hours) = (house.New<BranchId>(), house.New<CalendarId>());
        office = house.Dispatcher(branch);
        account = await house.Account(branch);
        site = await house.Site(branch, account);
        asset = await house.Asset(branch, site);
        await house.Admin.Post(AddCalendar.Example with { Calendar = hours });
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_contracts_policy_comes_before_the_customers_and_that_before_the_kind_of_works()
    {
        Assert.Null((await Page(await Order())).Promise!.Policy);
        var any = await Policy(new("Any", [Target(SlaKind.Arrival, 300)]));
        Assert.Equal(any, (await Page(await Order())).Promise!.Policy);
        await Policy(new("Others", [Target(SlaKind.Arrival, 60)], Accounts: [house.New<AccountId>()]));
        var theirs = await Policy(new("Theirs", [Target(SlaKind.Arrival, 240)], Accounts: [account]));
        Assert.Equal(theirs, (await Page(await Order())).Promise!.Policy);

        var gold = await Policy(new("Gold", [Target(SlaKind.Arrival, 120)], Priorities: ["low"]));
        await Contract(gold);
        Assert.Equal((gold, "Gold"), ((await Page(await Order())).Promise!.Policy, (await Page(await Order())).Promise!.Name));
    }

    [Fact]
    public async Task Only_the_hours_of_the_calendar_count_and_a_hold_that_the_policy_names()
    {
        await Policy(new("Standard", [Target(SlaKind.Arrival, 240, PauseReason.Access), Target(SlaKind.Resolution, 540)]));
        var order = await Order();
        Assert.Equal([Instant.FromUtc(2026, 11, 23, 9, 0), Instant.FromUtc(2026, 11, 24, 5, 0)], (await Page(order)).Clocks.Select(c => c.Due));

        house.Time.Advance(TimeSpan.FromHours(1));
        await office.Post(new HoldWorkOrder(order, HoldReason.Access));
        house.Time.Advance(TimeSpan.FromHours(7));
        await office.Post(new ReleaseWorkOrder(order));

        var clocks = (await Page(order)).Clocks;
        // An hour was used, an hour is left of today, and the other two are tomorrow's.
        Assert.Equal([Instant.FromUtc(2026, 11, 24, 7, 0), Instant.FromUtc(2026, 11, 24, 5, 0)], clocks.Select(c => c.Due));
        Assert.Equal([60L, 480L], clocks.Select(c => c.UsedMinutes));
        Assert.Equal(new ExcludedTime(PauseReason.Access, Instant.FromUtc(2026, 11, 23, 6, 0), Instant.FromUtc(2026, 11, 23, 13, 0)), Assert.Single(clocks[0].Excluded));
        Assert.Empty(clocks[1].Excluded);
    }

    [Fact]
    public async Task A_priority_brings_its_own_policy_and_what_was_broken_stays_broken()
    {
        await Policy(new("Slow", [Target(SlaKind.Arrival, 60)], new SlaPenalty(new Money(500_000, "KES"), new Money(100_000, "KES"))));
        await Policy(new("Fast", [Target(SlaKind.Arrival, 480)], Priorities: ["high"]));
        var order = await Order();
        Assert.Equal(new Money(500_000, "KES"), (await Line(order)).AtStake);

        house.Time.Advance(TimeSpan.FromMinutes(150));
        await house.Settled();
        var late = Assert.Single((await Page(order)).Clocks);
        Assert.Equal((ClockState.Breached, true, 90L, new Money(700_000, "KES")), (late.State, late.Breached, late.LateMinutes, late.Penalty));

        await office.Post(new PrioritiseWorkOrder(order, Priority.High, "Vaccines inside"));
        var page = await Page(order);
        Assert.Equal("Fast", page.Promise!.Name);
        Assert.Equal((true, Instant.FromUtc(2026, 11, 23, 13, 0)), (Assert.Single(page.Clocks).Breached, page.Clocks[0].Due));
        Assert.Single((await house.Ledger()).Where(e => e == "sla.breached"));
    }

    [Fact]
    public async Task A_promise_stands_though_the_policy_is_changed()
    {
        var policy = await Policy(new("Standard", [Target(SlaKind.Arrival, 240)]));
        var before = await Order();
        await house.Admin.Post(new ChangeSlaPolicy(policy, new("Standard", [Target(SlaKind.Arrival, 60)])));
        await office.Post(new HoldWorkOrder(before, HoldReason.WaitingParts));
        await office.Post(new ReleaseWorkOrder(before));

        Assert.Equal(Instant.FromUtc(2026, 11, 23, 9, 0), Assert.Single((await Page(before)).Clocks).Due);
        Assert.Equal(Instant.FromUtc(2026, 11, 23, 6, 0), Assert.Single((await Page(await Order())).Clocks).Due);
    }

    [Fact]
    public async Task An_order_keeps_who_pays()
    {
        var uncovered = await Page(await Order(withAsset: false));
        Assert.Equal((true, BillingRule.Billable), (uncovered.Cover!.Billable, uncovered.Billing));
        Assert.Equal("Under warranty until 2026-11-23.", (await Page(await Order())).Cover!.Parts.Reason);

        var contract = await Contract(null);
        var covered = await Order(withAsset: false);
        Assert.Equal((contract, false, BillingRule.Contract), ((await Page(covered)).Cover!.Contract!.Value, (await Page(covered)).Cover!.Billable, (await Page(covered)).Billing));

        await house.Admin.Post(new TerminateContract(contract, "They moved away"));
        Assert.False((await Page(covered)).Cover!.Billable);
        await office.Post(new DescribeWorkOrder(covered, Assets: [asset]));
        Assert.True((await Page(covered)).Cover!.Billable);
    }

    private SlaTarget Target(SlaKind kind, int minutes, params PauseReason[] pausedBy) => new(kind, minutes, hours, pausedBy);

    private async Task<SlaPolicyId> Policy(SlaPlan plan)
    {
        var policy = house.New<SlaPolicyId>();
        await house.Admin.Post(new AddSlaPolicy(policy, plan));
        return policy;
    }

    private async Task<ContractId> Contract(SlaPolicyId? policy)
    {
        var contract = house.New<ContractId>();
        await house.Admin.Post(new DraftContract(contract, branch, account, new("Care", new(2026, 1, 1), new(2026, 12, 31), Customers.Given.Nairobi, Parts: true, Travel: true, Sla: policy)));
        await house.Admin.Post(new ActivateContract(contract));
        return contract;
    }

    private Task<WorkOrderId> Order(bool withAsset = true) => house.Order(branch, account, site: site, asset: withAsset ? asset : null);

    private Task<WorkOrderPage> Page(WorkOrderId order) => office.Get<WorkOrderPage>($"work-orders/{order}");

    private async Task<WorkOrderLine> Line(WorkOrderId order) => (await office.Get<Page<WorkOrderLine>>("work-orders")).Items.Single(o => o.Id == order);
}

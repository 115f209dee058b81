using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class CompareBranchesTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId nairobi, mombasa;
    private ResourceId ana;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (nairobi, mombasa, ana) = (house.New<BranchId>(), house.New<BranchId>(), house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Each_branch_stands_with_its_own_work()
    {
        var finished = await house.Order(nairobi);
        var visit = await house.Visit(finished, nairobi, ana);
        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        await house.Order(nairobi, urgency: Urgency.Emergency);
        await house.Request(mombasa);
        await house.Order(mombasa);
        house.Time.Advance(TimeSpan.FromHours(9));
        await house.Settled();

        var all = (await Compare(house.Admin)).ToDictionary(b => b.Branch);
        Assert.Equal(new BranchFigures(nairobi, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0), all[nairobi]);
        Assert.Equal((1, 0, 1, 0), (all[mombasa].Requests, all[mombasa].Emergencies, all[mombasa].Open, all[mombasa].Done));
        Assert.Equal("branches.days", (await house.Admin.NotGot("work-orders/branches?from=2026-11-02&to=2026-11-01")).Code);
    }

    [Fact]
    public async Task What_the_head_office_sees_is_the_sum_of_what_the_branches_see()
    {
        var random = new Random(20261126);
        BranchId[] branches = [nairobi, mombasa, house.New<BranchId>()];
        for (var i = 0; i < 24; i++)
        {
            var branch = branches[random.Next(3)];
            var order = await house.Order(branch, urgency: random.Next(4) == 0 ? Urgency.Emergency : null);
            if (random.Next(3) == 0) continue;
            var visit = await house.Visit(order, branch, ana, house.Now + Duration.FromHours(1 + 2 * i));
            if (random.Next(2) == 0) await house.Technician(ana).Post(new CompleteVisit(visit, random.Next(2) == 0 ? VisitOutcome.Fixed : VisitOutcome.FollowUpNeeded));
        }

        var days = $"?from={Day(-3)}&to={Day(9)}";
        var whole = await Compare(house.Admin, days);
        var parts = new List<BranchFigures>();
        foreach (var branch in branches) parts.AddRange(await Compare(house.Dispatcher(branch), days));
        Assert.Equal(parts.OrderBy(b => b.Branch.Value), whole);
        Assert.Equal(24, whole.Sum(b => b.Open + b.Assigned + b.InProgress + b.WaitingForParts + b.ToReview));
        Assert.True(whole.Sum(b => b.Done) > 3);

        string Day(int more) => house.Now.InUtc().Date.PlusDays(more).ToString("uuuu-MM-dd", null);
    }

    private static async Task<IReadOnlyList<BranchFigures>> Compare(Caller caller, string days = "") => (await caller.Get<BranchComparison>("work-orders/branches" + days)).Branches;
}

using Callout.WorkOrders;

namespace Callout.Kernel.Tests;

public sealed class DigestTests : IAsyncLifetime
{
    // What a client holds: audience and document, and the version of it.
    private readonly Dictionary<(string Audience, string Document), long> held = [];
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana, ben;
    private string? cursor;
    private int visits;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana, ben) = (house.New<BranchId>(), house.New<ResourceId>(), house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Whatever_changes_each_audience_says_what_a_client_holds()
    {
        var office = house.Dispatcher(branch);
        var visits = new List<VisitId>();
        foreach (var technician in new[] { ana, ben, ana }) visits.Add(await Visit(technician));
        await Same(office);
        await office.Post(new ReassignVisit(visits[0], ben));
        await Same(office);
        await house.Technician(ben).Post(new CompleteVisit(visits[0], VisitOutcome.Fixed));
        await office.Post(new UnscheduleVisit(visits[1]));
        await Same(office);
        await office.Post(new CancelVisit(visits[2], "Called off"));

        var page = await Same(office);

        Assert.True(page.Digests!.Values.Sum(d => d.Count) > 5);
        held.Clear();
        cursor = null;
        await Same(house.Technician(ana));
    }

    [Fact]
    public async Task What_a_client_does_not_trust_comes_whole_and_that_is_written_down()
    {
        await Visit(ana);
        var phone = house.Technician(ana);
        var first = await Same(phone);
        var mine = $"technician:{ana}";

        var page = await phone.Get<FeedPage>($"feed?cursor={first.Next}&anew={mine}");

        Assert.Equal(mine, Assert.Single(page.Entered));
        Assert.Equal(mine, Assert.Single(page.Left));
        Assert.Equal(first.Documents.Where(d => d.Audiences.Contains(mine)).Select(d => d.Id).Order(), page.Documents.Select(d => d.Id).Order());
        Assert.Empty((await phone.Get<FeedPage>($"feed?cursor={page.Next}")).Documents);
        Assert.Equal("feed.differed", (await house.Ledger())[^1]);
        Assert.Contains(mine, (await house.Entries())[^1].Body);
    }

    [Fact]
    public async Task Nobody_can_ask_anew_for_what_is_not_theirs()
    {
        await Visit(ana);

        var page = await house.Technician(ben).Get<FeedPage>($"feed?anew=technician:{ana}");

        Assert.DoesNotContain(page.Documents, d => d.Document is "visit" or "work-order");
        Assert.DoesNotContain($"technician:{ana}", page.Entered);
    }

    private async Task<FeedPage> Same(Caller caller)
    {
        await house.Settled();
        var page = await caller.Get<FeedPage>($"feed?cursor={cursor}&digests=true");
        Assert.True(page.Complete);
        cursor = page.Next;
        foreach (var line in page.Documents)
        {
            foreach (var key in held.Keys.Where(k => k.Document == $"{line.Document}/{line.Id}").ToList()) held[key] = line.Version;
            foreach (var audience in line.Audiences) held[(audience, $"{line.Document}/{line.Id}")] = line.Version;
        }

        foreach (var gone in page.Gone) held.Remove((gone.Audience, $"{gone.Document}/{gone.Id}"));
        var mine = held.GroupBy(h => h.Key.Audience).ToDictionary(g => g.Key, g => new Digest(g.Count(), g.Aggregate(0u, (sum, h) => sum + FeedDigest.Of(h.Key.Audience, h.Key.Document, h.Value))));
        Assert.Equal(mine.OrderBy(m => m.Key), page.Digests!.OrderBy(d => d.Key));
        return page;
    }

    [Theory]
    [InlineData("technician:0199f3a0-0000-7000-8000-00000000e001", "visit/0199f3a0-0000-7000-8000-00000000c001", 9, 173658153)]
    [InlineData("head-office", "work-order/0199f3a0-0000-7000-8000-00000000d001", 1234567, 1024625782)]
    public void The_browser_reckons_the_same(string audience, string document, long version, uint bits) => Assert.Equal(bits, FeedDigest.Of(audience, document, version));

    private async Task<VisitId> Visit(ResourceId technician) => await house.Visit(await house.Order(branch), branch, technician, house.Now + Duration.FromHours(++visits));
}

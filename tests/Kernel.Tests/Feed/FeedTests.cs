using Callout.WorkOrders;
using Microsoft.AspNetCore.SignalR.Client;

namespace Callout.Kernel.Tests;

public sealed class FeedTests : IAsyncLifetime
{
    private static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    private TestHouse house = null!;
    private BranchId west, east;
    private ResourceId ana, ben;
    private int visits;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (west, east, ana, ben) = (house.New<BranchId>(), house.New<BranchId>(), house.New<ResourceId>(), house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_poll_brings_what_changed_and_nothing_else()
    {
        var visit = await Visit(west, ana);
        var first = await Phone(ana).Read();
        Assert.Equal(["visit", "work-order"], first.Documents.Select(d => d.Document).Order());
        Assert.Equal(visit.Value, first.Documents.Single(d => d.Document == "visit").Id);

        var nothing = await Phone(ana).Read(first.Next);
        Assert.Empty(nothing.Documents);
        Assert.True(nothing.Complete);

        await house.Technician(ana).Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        await house.Settled();
        var changed = Assert.Single((await Phone(ana).Read(nothing.Next)).Documents, d => d.Document == "visit");
        Assert.Equal(("completed", 2), (changed.Body["state"]!.GetValue<string>(), changed.Version));
    }

    [Fact]
    public async Task Each_view_is_shown_its_own_fields()
    {
        var account = house.New<AccountId>();
        await Visit(west, ana, account);

        var customers = Assert.Single((await new FeedClient(house.Customer(account)).Read()).Documents, d => d.Document == "visit");
        var offices = Assert.Single((await Office(west).Read()).Documents, d => d.Document == "visit");

        Assert.Null(customers.Body["lead"]);
        Assert.Equal(ana.ToString(), offices.Body["lead"]!.GetValue<string>());
    }

    [Fact]
    public async Task Many_documents_come_in_pages_and_each_once()
    {
        foreach (var _ in Enumerable.Range(0, 120)) await Visit(west, ana, settled: false);
        await house.Settled();

        var client = Office(west);
        var pages = await client.CatchUp();

        Assert.True(pages > 1);
        Assert.Equal(360, client.Seen.Count);
        Assert.All(client.Seen.Values, times => Assert.Equal(1, times));
    }

    [Fact]
    public async Task A_changed_branch_day_and_role_between_two_pages_leave_the_client_with_exactly_what_it_may_see()
    {
        foreach (var n in Enumerable.Range(0, 220)) await Visit(n % 2 == 0 ? west : east, ana, settled: false);
        await house.Settled();
        var client = Office(west);
        var page = await client.Read();
        Assert.False(page.Complete);

        client.Becomes(house.Dispatcher(east));
        page = await client.Read(page.Next);
        Assert.Contains($"branch:{west}", page.Left);
        Assert.Contains($"branch:{east}", page.Entered);
        await client.CatchUp();
        Assert.Equal(await Fresh(Office(east)), client.Documents);

        client.Days = "2026-12-01";
        await client.CatchUp();
        Assert.Equal(0, client.Documents.Count(d => d.StartsWith("visit", StringComparison.Ordinal)));

        client.Becomes(house.Technician(ana));
        await client.CatchUp();
        Assert.Equal(await Fresh(Phone(ana)), client.Documents);
        Assert.Equal(220, client.Documents.Count(d => d.StartsWith("visit", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_document_that_leaves_an_audience_is_told_to_it()
    {
        var visit = await Visit(west, ana);
        var client = Phone(ana);
        await client.CatchUp();
        Assert.Contains($"visit/{visit}", client.Documents);

        await house.Dispatcher(west).Post(new ReassignVisit(visit, ben));
        await house.Settled();
        await client.CatchUp();

        Assert.DoesNotContain($"visit/{visit}", client.Documents);
        Assert.Contains($"visit/{visit}", await Fresh(Phone(ben)));
    }

    [Fact]
    public async Task Another_epoch_means_starting_anew()
    {
        await Visit(west, ana);
        var client = Phone(ana);
        await client.CatchUp();
        var old = client.Cursor;

        await house.RenewEpoch();
        var page = await Phone(ana).Read(old);

        Assert.True(page.MustResnapshot);
        Assert.NotEqual(client.Epoch, page.Epoch);
        await client.CatchUp();
        Assert.Equal(2, client.Documents.Count());
    }

    [Fact]
    public async Task A_live_message_only_says_that_there_is_something_and_only_to_those_who_may_see_it()
    {
        // The first order lays its work type, which is everybody's.
        await house.Order(west);
        await house.Settled();
        var (told, other) = (await Connect(house.Technician(ana)), await Connect(house.Technician(ben)));

        await Visit(west, ana);

        Assert.True(await told.WaitAsync(TimeSpan.FromSeconds(10)) > 0);
        Assert.False(other.IsCompleted);
    }

    [Fact]
    public async Task Others_who_plan_in_the_branch_are_shown_what_somebody_has_in_hand()
    {
        var what = Guid.CreateVersion7();
        await using var ann = await Live(house.Dispatcher(west));
        await using var ben = await Live(house.Dispatcher(west));
        await using var elsewhere = await Live(house.Dispatcher(east));
        await using var phone = await Live(house.Technician(ana));
        var (shown, other) = (Shown(ben), Shown(elsewhere));

        await phone.InvokeAsync("Hold", west.Value, Guid.CreateVersion7());
        await elsewhere.InvokeAsync("Hold", west.Value, Guid.CreateVersion7());
        await ann.InvokeAsync("Hold", west.Value, what);

        Assert.Equal(what, await shown.WaitAsync(TimeSpan.FromSeconds(10)));
        Assert.False(other.IsCompleted);
    }

    private async Task<HubConnection> Live(Caller caller)
    {
        var connection = new HubConnectionBuilder().WithUrl(new Uri(house.Url, "/api/live"), o => o.Headers.Add("Test-Principal", caller.Principal.Key)).Build();
        await connection.StartAsync();
        return connection;
    }

    private static Task<Guid> Shown(HubConnection connection)
    {
        var shown = new TaskCompletionSource<Guid>(TaskCreationOptions.RunContinuationsAsynchronously);
        connection.On<Guid, Guid?, string, string>("held", (_, what, _, _) => shown.TrySetResult(what!.Value));
        return shown.Task;
    }

    private async Task<Task<long>> Connect(Caller caller)
    {
        var heard = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var connection = new HubConnectionBuilder().WithUrl(new Uri(house.Url, "/api/live"), o => o.Headers.Add("Test-Principal", caller.Principal.Key)).Build();
        connection.On<long>("after", pos => heard.TrySetResult(pos));
        await connection.StartAsync();
        return heard.Task;
    }

    private async Task<VisitId> Visit(BranchId branch, ResourceId technician, AccountId? account = null, bool settled = true)
    {
        // Nobody's time is taken twice, so each visit begins where the one before ended.
        var start = house.Now + Duration.FromMinutes(visits++);
        var visit = await house.Visit(await house.Order(branch, account), branch, technician, start, Duration.FromMinutes(1));
        if (settled) await house.Settled();
        return visit;
    }

    private FeedClient Phone(ResourceId technician) => new(house.Technician(technician));

    private FeedClient Office(BranchId branch) => new(house.Dispatcher(branch));

    private static async Task<HashSet<string>> Fresh(FeedClient client)
    {
        await client.CatchUp();
        return client.Documents;
    }
}

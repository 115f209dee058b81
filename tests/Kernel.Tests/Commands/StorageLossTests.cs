using System.Net.Http.Json;
using System.Text.Json;

namespace Callout.Kernel.Tests;

/// <summary>A browser that was short of room drops what a page had stored, the outbox too.</summary>
public sealed class StorageLossTests : IAsyncLifetime
{
    private readonly Guid bell = Guid.NewGuid(), store = Guid.CreateVersion7();
    private TestHouse house = null!;
    private Caller ana = null!;
    private DeviceId phone;
    private string epoch = "";
    private string? cookie;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(new BellModule());
        ana = house.Technician(house.New<ResourceId>());
        phone = house.New<DeviceId>();
        epoch = (await Look(store, phone)).Epoch;
        Assert.Equal(["applied", "applied"], (await Send(Line(1), Line(2))).Outcomes.Select(o => o.Outcome));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_device_that_lost_its_storage_is_noticed_and_its_person_and_the_office_are_told()
    {
        var (other, another) = (Guid.CreateVersion7(), house.New<DeviceId>());
        var before = cookie;
        await Look(other, another);
        // The answer was lost on its way, and the cookie with it.
        cookie = before;
        await Look(other, another);

        await house.Settled();
        var page = await Look(other, another);
        var told = Assert.Single(page.Documents, d => d.Document == "storage-loss");
        Assert.Equal((phone.ToString(), 2), ((string)told.Body["device"]!, (long)told.Body["after"]!));
        var line = Assert.Single((await house.Admin.Get<Page<StorageLossLine>>("storage-losses")).Items);
        Assert.Equal((phone, 2, ana.Principal.Key), (line.Device, line.After, line.Person));

        await ana.Post(new SettleStorageLoss(line.Id));
        await house.Settled();
        Assert.Equal(told.Id, Assert.Single((await Look(other, another, page.Next)).Gone).Id);
        Assert.Equal("storage-loss.settled", (await house.Admin.Refused(new SettleStorageLoss(line.Id))).Code);
        Assert.Equal(ana.Principal.Key, Assert.Single((await house.Admin.Get<Page<StorageLossLine>>("storage-losses?settled=true")).Items).SettledBy);
    }

    [Fact]
    public async Task Its_numbers_begin_anew_and_nothing_is_mixed_with_what_came_before()
    {
        phone = house.New<DeviceId>();
        await Look(Guid.CreateVersion7(), phone);

        var answer = await Send(Line(1), Line(2));

        Assert.Equal(["applied", "applied"], answer.Outcomes.Select(o => o.Outcome));
        Assert.Equal(4, (await house.Ledger()).Count(e => e == "bell.rung"));
    }

    [Fact]
    public async Task A_new_line_of_the_same_storage_and_another_person_on_the_same_browser_are_no_loss()
    {
        await Look(store, house.New<DeviceId>());
        ana = house.Technician(house.New<ResourceId>());
        await Look(Guid.CreateVersion7(), house.New<DeviceId>());

        Assert.Empty((await house.Admin.Get<Page<StorageLossLine>>("storage-losses")).Items);
    }

    [Fact]
    public async Task A_device_that_was_put_back_to_an_older_state_is_noticed_and_told_to_begin_a_line_of_its_own()
    {
        var answer = await Send(Line(2));
        await Send(Line(2));

        Assert.Equal(("gap", "command.n-reused", 3), (answer.Outcomes[0].Outcome, answer.Outcomes[0].Code, answer.Next));
        var line = Assert.Single((await house.Admin.Get<Page<StorageLossLine>>("storage-losses")).Items);
        Assert.Equal((phone, 2), (line.Device, line.After));
        Assert.Equal(2, (await house.Ledger()).Count(e => e == "bell.rung"));
    }

    private async Task<FeedPage> Look(Guid kept, DeviceId line, string? from = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/feed?store={kept}&device={line}&cursor={from}");
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = house.Url };
        http.DefaultRequestHeaders.Add("Test-Principal", ana.Principal.Key);
        using var answer = await http.SendAsync(request);
        if (answer.Headers.TryGetValues("Set-Cookie", out var given)) cookie = string.Join("; ", given.Select(g => g.Split(';')[0]));
        return (await answer.Content.ReadFromJsonAsync<FeedPage>(Wire.Json))!;
    }

    private Task<SyncAnswer> Send(params SyncLine[] lines) => ana.Sync(new SyncRequest(epoch, phone, lines));

    private SyncLine Line(long n) => new(Guid.CreateVersion7(), n, "bells/ring", JsonSerializer.SerializeToElement(new Ring(bell, 1), Wire.Json), house.Now);
}

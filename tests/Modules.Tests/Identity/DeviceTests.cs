using System.Net.Http.Json;
using System.Text.Json;
using Callout.Identity;
using Callout.Modules.Tests.Identity;
using Callout.WorkOrders;
using Microsoft.Extensions.DependencyInjection;
using Given = Callout.Modules.Tests.Identity.Given;

namespace Callout.Modules.Tests;

/// <summary>Which devices there are, how they stand, and how one is locked, emptied and got over.</summary>
public sealed class DeviceTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private PersonId person;
    private VisitId visit;
    private Browser phone = null!, office = null!;
    private DeviceId device;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = await house.Branch("WEST");
        var technician = house.New<ResourceId>();
        device = house.New<DeviceId>();
        person = await house.Person("ana@baridi.example", new Rights([Role.Technician], Branches: [branch], Technician: technician));
        await house.Person("ruth@baridi.example", Given.In(branch, Role.BranchManager));
        (phone, office) = (await house.SignedIn("ana@baridi.example"), await house.SignedIn("ruth@baridi.example"));
        visit = await house.Visit(await house.Order(branch), branch, technician);
        await house.Dispatcher(branch).Post(new DispatchVisit(visit));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_office_sees_each_device_of_its_people_with_what_it_says_of_itself()
    {
        var caughtUp = house.Now - Duration.FromMinutes(3);
        Assert.Equal(DeviceState.InUse, (await Says(unsent: 4, caughtUp: caughtUp)).State);
        var line = Assert.Single((await office.Get<Page<DeviceLine>>("devices")).Items);
        Assert.Equal((device, person, "Somebody Else", "Chrome on Android", 4, (Instant?)house.Now, (Instant?)caughtUp), (line.Id, line.Person, line.PersonName, line.Name, line.Unsent, line.HeardAt, line.CaughtUpAt));

        // It says the same a moment later: nothing is written. It says something else: at once.
        house.Time.Advance(TimeSpan.FromSeconds(20));
        await Says(unsent: 4);
        Assert.Equal(house.Now - Duration.FromSeconds(20), Assert.Single((await office.Get<Page<DeviceLine>>("devices")).Items).HeardAt);
        await Says(unsent: 0);
        Assert.Equal((0, (Instant?)house.Now), Assert.Single((await office.Get<Page<DeviceLine>>("devices?search=else")).Items) is var now ? (now.Unsent, now.HeardAt) : default);
        Assert.Empty((await office.Get<Page<DeviceLine>>("devices?search=nobody")).Items);
        Assert.Single(await house.Ledger(), name => name == "device.enrolled");
    }

    [Fact]
    public async Task Who_has_not_been_heard_of_for_a_day_can_be_found()
    {
        await Says();
        Assert.Empty((await office.Get<Page<DeviceLine>>("devices?only=silent")).Items);
        house.Time.Advance(TimeSpan.FromHours(25));
        Assert.Equal(device, Assert.Single((await office.Get<Page<DeviceLine>>("devices?only=silent")).Items).Id);
        Assert.Empty((await office.Get<Page<DeviceLine>>("devices?only=unsent")).Items);
    }

    [Fact]
    public async Task Another_branch_sees_no_device_and_locks_none()
    {
        await Says();
        var east = await house.Branch("EAST");
        await house.Person("joy@baridi.example", Given.In(east, Role.BranchManager));
        var other = await house.SignedIn("joy@baridi.example");
        Assert.Empty((await other.Get<Page<DeviceLine>>("devices")).Items);
        Assert.Equal("missing", await other.Code(other.Send(new LockDevice(device, "Why not"))));
        Assert.Equal("access.forbidden", await other.Code(phone.Send(new LockDevice(device, "Why not"))));
        Assert.Equal("access.forbidden", await other.Code(other.Post("device", new DeviceSays(device))));
    }

    [Fact]
    public async Task A_locked_device_is_told_so_and_gets_nothing_else_until_it_is_released()
    {
        await Says();
        await office.Run(new LockDevice(device, "Left in a taxi. Call the office."));
        house.Time.Advance(TimeSpan.FromSeconds(3));
        foreach (var door in new[] { "feed", "session", "work-orders" }) Assert.Equal("device.stopped", await phone.Code(phone.Http.GetAsync($"/api/{door}")));
        Assert.Equal("device.stopped", await phone.Code(phone.Post("sync", new SyncRequest("", device, []))));
        var heard = await Says(unsent: 1);
        Assert.Equal((DeviceState.Locked, "Left in a taxi. Call the office."), (heard.State, heard.Reason));
        Assert.Equal("device.stopped", await office.Code(office.Send(new LockDevice(device, "Twice"))));
        // Their other devices go on.
        Assert.True((await (await house.SignedIn("ana@baridi.example")).Http.GetAsync("/api/feed")).IsSuccessStatusCode);

        await office.Run(new ReleaseDevice(device));
        house.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(DeviceState.InUse, (await Says()).State);
        Assert.True((await phone.Http.GetAsync("/api/feed")).IsSuccessStatusCode);
        Assert.DoesNotContain("access.denied", await house.Ledger());
    }

    /// <summary>The drill of docs/operating.md, as it stands there.</summary>
    [Fact]
    public async Task A_lost_phone_is_locked_then_emptied_and_what_it_had_not_sent_is_decided_by_the_office()
    {
        await Says(unsent: 3);
        await office.Run(new LockDevice(device, "Lost."));
        await office.Run(new WipeDevice(device, HandsOver: true, "Lost. It is being emptied."));
        house.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal((DeviceState.Wiping, true), await Says(unsent: 3) is var heard ? (heard.State, heard.HandsOver) : default);

        // It comes into reach: first its outbox, twice, since the answer was lost; then it is empty.
        HandedLine[] outbox = [Line(1, "visits/accept", new AcceptVisit(visit), "Accept WO-1"), Line(2, "visits/travel", new StartTravel(visit), "Set out"), Line(3, "visits/arrive", new Arrive(visit), "Arrive")];
        Assert.Equal(3, (await HandOver(outbox)).Taken);
        Assert.Equal(0, (await HandOver(outbox)).Taken);
        Assert.DoesNotContain("visit.accepted", await house.Ledger());
        Assert.Equal(DeviceState.Wiped, await Empties());
        Assert.Equal(401, (int)await phone.Status("feed"));
        var line = Assert.Single((await office.Get<Page<DeviceLine>>("devices")).Items);
        Assert.Equal((DeviceState.Wiped, 3), (line.State, line.HandedOver));

        // Nothing has happened yet; somebody decides on each.
        await house.Settled();
        var held = (await office.Get<Page<HeldLine>>("held-commands")).Items;
        Assert.Equal(["Accept WO-1", "Arrive", "Set out"], held.Select(h => h.Title).Order(StringComparer.Ordinal));
        Assert.All(held, h => Assert.Equal((HeldWhy.Quarantined, person), (h.Why, h.Person!.Value)));
        foreach (var caller in new[] { Office(), house.Admin }) Assert.Equal(3, (await caller.Feed()).Documents.Count(d => d.Document == "held-command"));
        foreach (var title in new[] { "Accept WO-1", "Set out" }) Assert.Equal("applied", (await CarryOut(held.Single(h => h.Title == title).Id)).Outcome);
        await office.Run(new SetAside(held.Single(h => h.Title == "Arrive").Id, "Somebody else had the phone by then."));

        var events = await house.Entries();
        var accepted = events.Single(e => e.Name == "visit.accepted");
        Assert.Equal((outbox[0].Command.Id, $"person:{person}", outbox[0].Command.DeviceTime), (accepted.CommandId, accepted.Actor, accepted.OccurredAt));
        Assert.DoesNotContain("visit.arrived", events.Select(e => e.Name));
        Assert.Empty((await office.Get<Page<HeldLine>>("held-commands")).Items);
        var settled = (await office.Get<Page<HeldLine>>("held-commands?settled=true")).Items;
        Assert.Equal([HeldState.CarriedOut, HeldState.CarriedOut, HeldState.SetAside], settled.Select(h => h.State).Order());
        Assert.Equal("Somebody else had the phone by then.", settled.Single(h => h.State is HeldState.SetAside).Reason);
        Assert.DoesNotContain((await Office().Feed()).Documents, d => d.Document == "held-command");
        Assert.Equal(["device.enrolled", "device.locked", "device.to-wipe", "device.wiped"], events.Select(e => e.Name).Where(n => n.StartsWith("device.", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_stolen_phone_is_emptied_without_handing_over_and_says_what_was_lost()
    {
        await Says(unsent: 2);
        await office.Run(new WipeDevice(device, HandsOver: false, "Stolen."));
        house.Time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal("device.not-handing-over", await phone.Code(phone.Post("device/hand-over", new HandOver(device, [Line(1, "visits/accept", new AcceptVisit(visit), null)]))));
        Assert.Equal(DeviceState.Wiped, await Empties(lost: 2));
        var wiped = (await house.Entries()).Single(e => e.Name == "device.wiped").Read<DeviceWiped>();
        Assert.Equal((0, 2), (wiped.HandedOver, wiped.Lost));
        Assert.Equal("device.wiped", await office.Code(office.Send(new WipeDevice(device, true, "Again"))));
    }

    [Fact]
    public async Task A_device_hands_over_and_empties_itself_only_when_it_was_asked_to()
    {
        await Says();
        Assert.Equal("device.not-handing-over", await phone.Code(phone.Post("device/hand-over", new HandOver(device, [Line(1, "visits/accept", new AcceptVisit(visit), null)]))));
        Assert.Equal("device.not-stopped", await phone.Code(phone.Post("device/emptied", new Emptied(device))));
        Assert.Equal("missing", await phone.Code(phone.Post("device/emptied", new Emptied(house.New<DeviceId>()))));
    }

    private Caller Office() => house.As(new Principal("person:ruth", [Role.BranchManager], new Sight(Branches: [branch])));

    private HandedLine Line(long n, string type, object body, string? title) => new(new(Guid.CreateVersion7(), n, type, JsonSerializer.SerializeToElement(body, Wire.Json), house.Now), title);

    private Task<DeviceHears> Says(int unsent = 0, Instant? caughtUp = null) => Told<DeviceHears>("device", new DeviceSays(device, "Chrome on Android", "12ab", unsent, CaughtUpAt: caughtUp));

    private Task<HandedOver> HandOver(HandedLine[] lines) => Told<HandedOver>("device/hand-over", new HandOver(device, lines, house.Now));

    private async Task<DeviceState> Empties(int lost = 0) => (await Told<DeviceHears>("device/emptied", new Emptied(device, lost))).State;

    private async Task<T> Told<T>(string path, object body)
    {
        using var answer = await phone.Post(path, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<T>(Wire.Json))!;
    }

    private async Task<CarriedOut> CarryOut(HeldCommandId id)
    {
        using var answer = await office.Post("held-commands/carry-out", new CarryOut(id));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CarriedOut>(Wire.Json))!;
    }
}

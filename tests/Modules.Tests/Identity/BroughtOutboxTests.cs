using System.Net.Http.Json;
using System.Text.Json;
using Callout.Identity;
using Callout.Modules.Tests.Identity;
using Given = Callout.Modules.Tests.Identity.Given;
using Callout.WorkOrders;

namespace Callout.Modules.Tests;

/// <summary>What a phone recorded and cannot send, brought by the office.</summary>
public sealed class BroughtOutboxTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId technician;
    private PersonId person;
    private VisitId visit;
    private Browser phone = null!, office = null!;
    private DeviceId device;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, technician, device) = (await house.Branch("WEST"), house.New<ResourceId>(), house.New<DeviceId>());
        person = await house.Person("ana@baridi.example", new Rights([Role.Technician], Branches: [branch], Technician: technician));
        await house.Person("ruth@baridi.example", Given.In(branch, Role.BranchManager));
        (phone, office) = (await house.SignedIn("ana@baridi.example"), await house.SignedIn("ruth@baridi.example"));
        visit = await house.Visit(await house.Order(branch), branch, technician);
        await house.Dispatcher(branch).Post(new DispatchVisit(visit));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Each_action_is_carried_out_in_the_name_of_who_recorded_it_and_nothing_twice_when_the_phone_sends_it_after_all()
    {
        SyncLine[] recorded = [Line(1, "visits/accept", new AcceptVisit(visit)), Line(2, "visits/travel", new StartTravel(visit)), Line(3, "visits/arrive", new Arrive(visit))];
        Assert.Equal(["new", "new", "new"], (await Brought(recorded, onlyLook: true)).Outcomes.Select(o => o.Outcome));
        Assert.DoesNotContain("visit.travelling", await house.Ledger());

        var taken = await Brought(recorded);
        Assert.Equal(["applied", "applied", "applied"], taken.Outcomes.Select(o => o.Outcome));
        Assert.Equal(["applied", "applied", "applied"], (await Brought(recorded, onlyLook: true)).Outcomes.Select(o => o.Outcome));
        var before = (await house.Entries()).Where(e => recorded.Any(r => r.Id == e.CommandId)).ToList();
        Assert.All(before, e => Assert.Equal(($"person:{person}", device.Value), (e.Actor, e.Device!.Value)));

        // The phone comes back to life, with one action more.
        var more = Line(4, "visits/work", new StartWork(visit, true));
        var answer = await Sync([.. recorded, more]);
        Assert.Equal(["applied", "applied", "applied", "applied"], answer.Outcomes.Select(o => o.Outcome));
        Assert.Equal(5, answer.Next);
        Assert.Equal(before.Count, (await house.Entries()).Count(e => recorded.Any(r => r.Id == e.CommandId)));
        Assert.Single(await house.Ledger(), name => name == "outbox.imported");
    }

    [Fact]
    public async Task A_file_whose_beginning_is_lost_is_carried_out_all_the_same_and_the_device_keeps_its_place_in_line()
    {
        var (first, second) = (Line(1, "visits/accept", new AcceptVisit(visit)), Line(2, "visits/travel", new StartTravel(visit)));
        await Sync([first]);
        var (fifth, sixth) = (Line(5, "visits/arrive", new Arrive(visit)), Line(6, "visits/work", new StartWork(visit, true)));
        Assert.DoesNotContain("gap", (await Brought([fifth, sixth])).Outcomes.Select(o => o.Outcome));
        Assert.Equal(3, (await Sync([second])).Next);
    }

    [Fact]
    public async Task A_refusal_holds_up_nothing_and_says_why()
    {
        SyncLine[] recorded = [Line(1, "visits/accept", new AcceptVisit(house.New<VisitId>())), Line(2, "visits/accept", new AcceptVisit(visit))];
        var taken = await Brought(recorded);
        Assert.Equal(["refused", "applied"], taken.Outcomes.Select(o => o.Outcome));
        Assert.NotNull(taken.Outcomes[0].Detail);
    }

    [Fact]
    public async Task Nobody_brings_actions_of_somebody_they_could_not_have_let_do_them()
    {
        var boss = await house.Person("grace@baridi.example", Given.Everywhere(Role.SuperAdmin));
        SyncLine[] recorded = [Line(1, "visits/accept", new AcceptVisit(visit))];
        Assert.Equal(403, (int)(await phone.Post("outbox", new OutboxBrought(person, device, recorded))).StatusCode);
        Assert.Contains((int)(await office.Post("outbox", new OutboxBrought(boss, device, recorded))).StatusCode, new[] { 404, 422 });
        Assert.Equal(404, (int)(await office.Post("outbox", new OutboxBrought(house.New<PersonId>(), device, recorded))).StatusCode);
        await house.Admin.Post(new DisablePerson(person));
        Assert.Contains("outbox.person-disabled", await (await office.Post("outbox", new OutboxBrought(person, device, recorded))).Content.ReadAsStringAsync());
        Assert.DoesNotContain("visit.accepted", await house.Ledger());
    }

    private SyncLine Line(long n, string type, object body) => new(Guid.CreateVersion7(), n, type, JsonSerializer.SerializeToElement(body, Wire.Json), house.Now);

    private async Task<OutboxTaken> Brought(SyncLine[] lines, bool onlyLook = false)
    {
        using var answer = await office.Post("outbox", new OutboxBrought(person, device, lines, onlyLook));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<OutboxTaken>(Wire.Json))!;
    }

    private async Task<SyncAnswer> Sync(SyncLine[] lines)
    {
        var epoch = (await phone.Http.GetAsync("/api/feed")).Headers.GetValues("Callout-Epoch").Single();
        using var answer = await phone.Post("sync", new SyncRequest(epoch, device, lines));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SyncAnswer>(Wire.Json))!;
    }
}

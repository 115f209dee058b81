using System.Net.Http.Json;
using System.Text.Json;
using Callout.Identity;
using Callout.Modules.Tests.Identity;
using Callout.WorkOrders;
using Given = Callout.Modules.Tests.Identity.Given;

namespace Callout.Modules.Tests;

/// <summary>What was recorded in the field and not carried out waits in the office for a person.</summary>
public sealed class HeldCommandTests : IAsyncLifetime
{
    private readonly DeviceId device = DeviceId.From(Guid.CreateVersion7());
    private TestHouse house = null!;
    private BranchId branch;
    private PersonId person;
    private ResourceId technician;
    private VisitId visit;
    private Browser phone = null!, office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(new FaultyModule());
        (branch, technician) = (await house.Branch("WEST"), house.New<ResourceId>());
        person = await house.Person("ana@baridi.example", new Rights([Role.Technician], Branches: [branch], Technician: technician));
        await house.Person("ruth@baridi.example", Given.In(branch, Role.Dispatcher));
        (phone, office) = (await house.SignedIn("ana@baridi.example"), await house.SignedIn("ruth@baridi.example"));
        // Somebody else's as yet: Ana may not touch it.
        visit = await house.Visit(await house.Order(branch), branch, house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task What_was_refused_to_a_phone_is_carried_out_when_the_office_has_put_it_right()
    {
        // Told on the telephone to take it over, and the office has not written it down.
        var left = Line(1, "visits/travel", new StartTravel(visit));
        Assert.Equal("refused", await Sync(left));
        var held = Assert.Single(await Held());
        Assert.Equal((left.Id, HeldWhy.Refused, person, "Somebody Else", left.DeviceTime), (held.Id.Value, held.Why, held.Person!.Value, held.PersonName, held.RecordedAt));
        Assert.NotNull(held.Detail);
        Assert.Equal(visit.ToString(), (string?)held.Body!["visit"]);

        // Nothing has changed: it is refused again, says so, and waits on.
        var again = await CarryOut(held.Id);
        Assert.Equal(("refused", held.Code), (again.Outcome, again.Code));
        Assert.Single(await Held());

        await house.Dispatcher(branch).Post(new ReassignVisit(visit, technician));
        Assert.Equal("applied", (await CarryOut(held.Id)).Outcome);
        Assert.Empty(await Held());
        var travelling = (await house.Entries()).Single(e => e.Name == "visit.travelling");
        Assert.Equal(($"person:{person}", left.DeviceTime, device.Value), (travelling.Actor, travelling.OccurredAt, travelling.Device!.Value));
        Assert.Equal("held.settled", await office.Code(office.Post("held-commands/carry-out", new CarryOut(held.Id))));
        Assert.Equal("held.settled", await office.Code(office.Send(new SetAside(held.Id, "Done"))));

        // The phone, which never heard, hears its first answer.
        Assert.Equal("refused", await Sync(left));
        Assert.Single(await house.Ledger(), name => name == "visit.travelling");
    }

    [Fact]
    public async Task What_made_the_server_fail_too_often_is_kept_with_its_bytes_and_the_fault()
    {
        var faulty = Line(1, "faulty/run", new FaultyModule.Run());
        for (var i = 0; i < 4; i++) Assert.Equal("failed", await Sync(faulty));
        Assert.Empty(await Held());
        Assert.Equal("parked", await Sync(faulty));
        var held = Assert.Single(await Held());
        Assert.Equal((HeldWhy.Parked, "command.parked"), (held.Why, held.Code));
        Assert.Contains("planted fault", held.Detail);

        // The fault is mended with an upgrade.
        FaultyModule.Mended.Value = true;
        Assert.Equal("applied", (await CarryOut(held.Id)).Outcome);
    }

    [Fact]
    public async Task It_is_set_aside_only_with_a_reason_and_stays_on_record()
    {
        await Sync(Line(1, "visits/accept", new AcceptVisit(visit)));
        var held = Assert.Single(await Held());
        Assert.Equal("held.reason", await office.Code(office.Send(new SetAside(held.Id, " "))));
        await office.Run(new SetAside(held.Id, "Ana has recorded it again."));
        Assert.Empty(await Held());
        var settled = Assert.Single((await office.Get<Page<HeldLine>>("held-commands?settled=true")).Items);
        Assert.Equal((HeldState.SetAside, "Ana has recorded it again.", "Somebody Else"), (settled.State, settled.Reason, settled.SettledByName));
    }

    [Fact]
    public async Task A_photo_that_only_a_command_set_aside_names_is_kept()
    {
        byte[] photo = [0xFF, 0xD8, 0xFF, 1], stray = [0xFF, 0xD8, 0xFF, 2];
        foreach (var bytes in new[] { photo, stray }) await Send(bytes);
        await Sync(Line(1, "work-orders/attach", new AttachToWorkOrder(house.New<AttachmentId>(), house.New<WorkOrderId>(), Hash(photo), "before.jpg", "image/jpeg")));
        await office.Run(new SetAside(Assert.Single(await Held()).Id, "Ana has taken it again."));

        house.Time.Advance(TimeSpan.FromDays(100));
        await house.Settled();

        Assert.Equal((true, false), (IsKept(photo), IsKept(stray)));
    }

    [Fact]
    public async Task Only_the_branch_that_looks_after_its_person_sees_and_settles_it()
    {
        await Sync(Line(1, "visits/accept", new AcceptVisit(visit)));
        var held = Assert.Single(await Held());
        await house.Person("joy@baridi.example", Given.In(await house.Branch("EAST"), Role.Dispatcher));
        var other = await house.SignedIn("joy@baridi.example");
        Assert.Empty((await other.Get<Page<HeldLine>>("held-commands")).Items);
        Assert.Equal("missing", await other.Code(other.Send(new SetAside(held.Id, "Not mine"))));
        Assert.Equal("missing", await other.Code(other.Post("held-commands/carry-out", new CarryOut(held.Id))));
        Assert.Equal("access.forbidden", await other.Code(phone.Post("held-commands/carry-out", new CarryOut(held.Id))));
        await house.Admin.Post(new DisablePerson(person));
        Assert.Equal("held.person-disabled", await office.Code(office.Post("held-commands/carry-out", new CarryOut(held.Id))));
    }

    [Fact]
    public async Task What_is_refused_at_a_desk_is_told_there_and_waits_nowhere()
    {
        var line = Line(1, "visits/dispatch", new DispatchVisit(house.New<VisitId>()));
        using var answer = await office.Post("sync", new SyncRequest(await Epoch(office), device, [line]));
        Assert.Equal("refused", (await answer.Content.ReadFromJsonAsync<SyncAnswer>(Wire.Json))!.Outcomes[0].Outcome);
        Assert.Empty(await Held());
    }

    [Fact]
    public async Task What_waits_is_forgotten_with_its_person()
    {
        await Sync(Line(1, "visits/accept", new AcceptVisit(visit)));
        var held = Assert.Single(await Held());
        await house.Admin.Post(new ErasePerson(person));
        var seen = Assert.Single((await house.Admin.Get<Page<HeldLine>>("held-commands")).Items);
        Assert.Equal((held.Id, null, null, null), (seen.Id, seen.Body, seen.Detail, seen.PersonName));
    }

    private async Task Send(byte[] photo)
    {
        var body = new ByteArrayContent(photo);
        body.Headers.ContentType = new("image/jpeg");
        (await phone.Http.PutAsync($"/api/blobs/{Hash(photo)}/0", body)).EnsureSuccessStatusCode();
        using var whole = await phone.Post($"blobs/{Hash(photo)}/complete", new BlobWhole(photo.Length, "image/jpeg"));
        whole.EnsureSuccessStatusCode();
    }

    private bool IsKept(byte[] photo) => File.Exists(Path.Combine(house.Folder, "blobs", Hash(photo)[..2], Hash(photo)));

    private static string Hash(byte[] photo) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(photo));

    private SyncLine Line(long n, string type, object body) => new(Guid.CreateVersion7(), n, type, JsonSerializer.SerializeToElement(body, Wire.Json), house.Now);

    private async Task<IReadOnlyList<HeldLine>> Held() => (await office.Get<Page<HeldLine>>("held-commands")).Items;

    private static async Task<string> Epoch(Browser browser) => (await browser.Http.GetAsync("/api/feed")).Headers.GetValues("Callout-Epoch").Single();

    private async Task<string> Sync(SyncLine line)
    {
        using var answer = await phone.Post("sync", new SyncRequest(await Epoch(phone), device, [line], house.Now));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<SyncAnswer>(Wire.Json))!.Outcomes[0].Outcome;
    }

    private async Task<CarriedOut> CarryOut(HeldCommandId id)
    {
        using var answer = await office.Post("held-commands/carry-out", new CarryOut(id));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<CarriedOut>(Wire.Json))!;
    }

    private sealed class FaultyModule : IModule
    {
        public static readonly System.Runtime.CompilerServices.StrongBox<bool> Mended = new(false);

        public void Define(Module module)
        {
            Mended.Value = false;
            module.Command<Run, Ran>("faulty/run", (_, _, _) => Mended.Value ? Task.FromResult(new Ran()) : throw new InvalidOperationException("a planted fault"), May.Technician.Own);
        }

        public sealed record Run;

        public sealed record Ran;
    }
}

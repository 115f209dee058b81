using System.Net;
using Callout.Identity;

namespace Callout.Modules.Tests.Identity;

public sealed class PeopleTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId nairobi, mombasa;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (nairobi, mombasa) = (await house.Branch("NBO"), await house.Branch("MSA"));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_link_is_shown_once_and_kept_nowhere()
    {
        var (id, invite) = (Guid.NewGuid(), new InvitePerson(house.New<PersonId>(), "Ben Otieno", "ben@example.org", Given.In(nairobi, Role.Dispatcher)));

        var link = (string)(await house.Admin.Post(invite, id))["link"]!;

        Assert.Null((await house.Admin.Post(invite, id))["link"]);
        await using var db = await house.Db();
        var receipt = await Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(db.Set<Receipt>(), r => r.CommandId == id);
        Assert.DoesNotContain(link.Split('/')[^1], receipt.Answer);
    }

    [Fact]
    public async Task An_address_belongs_to_one_person()
    {
        await house.Person("ben@example.org", Given.In(nairobi, Role.Dispatcher));
        var problem = await house.Admin.Refused(new InvitePerson(house.New<PersonId>(), "Another", "BEN@example.org", Given.In(nairobi, Role.Support)));
        Assert.Equal("person.email-taken", problem.Code);
    }

    [Fact]
    public async Task A_disabled_account_is_out_within_five_seconds_on_every_node()
    {
        var ben = await house.Person("ben@example.org", Given.In(nairobi, Role.Dispatcher));
        var here = await house.SignedIn("ben@example.org");
        await using var neighbour = house.Postgres is null ? null : await house.Neighbour();
        var there = neighbour is null ? here : here.At(neighbour);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (await here.Status("session"), await there.Status("session")));

        await house.Admin.Post(new DisablePerson(ben));
        house.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (await here.Status("session"), await there.Status("session")));
        Assert.Equal("sign-in.refused", await here.Code(here.SignIn("ben@example.org", Given.Password)));
        await house.Admin.Post(new EnablePerson(ben));
        await house.SignedIn("ben@example.org");
    }

    [Fact]
    public async Task A_changed_role_holds_within_five_seconds()
    {
        var ben = await house.Person("ben@example.org", Given.In(nairobi, Role.Dispatcher));
        var browser = await house.SignedIn("ben@example.org");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status("people"));

        await house.Admin.Post(new ChangeRights(ben, Given.In(mombasa, Role.BranchManager)));
        house.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(HttpStatusCode.OK, await browser.Status("people"));
        Assert.Equal("MSA", (await browser.Get<SessionPage>("session")).Branches.Single().Code);
    }

    [Fact]
    public async Task A_branch_manager_sees_and_touches_only_their_own_people()
    {
        await house.Person("manager@example.org", Given.In(nairobi, Role.BranchManager));
        var (near, far) = (await house.Person("near@example.org", Given.In(nairobi, Role.Technician)), await house.Person("far@example.org", Given.In(mombasa, Role.Technician)));
        var manager = await house.SignedIn("manager@example.org");

        Assert.Equal(["manager@example.org", "near@example.org"], (await manager.Get<Page<PersonLine>>("people")).Items.Select(p => p.Email).Order());
        Assert.Equal(HttpStatusCode.NotFound, await manager.Status($"people/{far}"));
        await manager.Run(new DisablePerson(near));
        Assert.Equal("missing", await manager.Code(manager.Send(new DisablePerson(far))));
    }

    [Fact]
    public async Task Nobody_gives_or_touches_more_than_they_hold()
    {
        await house.Person("manager@example.org", Given.In(nairobi, Role.BranchManager));
        await house.Person("operations@example.org", Given.Everywhere(Role.OperationsManager));
        var admin = await house.Person("admin@example.org", Given.Everywhere(Role.SuperAdmin));
        var (manager, operations) = (await house.SignedIn("manager@example.org"), await house.SignedIn("operations@example.org"));

        foreach (var rights in new[] { Given.In(nairobi, Role.BranchManager), Given.In(mombasa, Role.Dispatcher), Given.Everywhere(Role.Dispatcher), Given.Everywhere(Role.SuperAdmin) })
            Assert.Equal("rights.beyond-yours", await manager.Code(manager.Send(new InvitePerson(house.New<PersonId>(), "Cat", "cat@example.org", rights))));
        Assert.Equal("rights.beyond-yours", await operations.Code(operations.Send(new MakeLink(admin))));
        Assert.Equal("rights.beyond-yours", await operations.Code(operations.Send(new ChangeRights(admin, Given.Everywhere(Role.Support)))));
        await manager.Run(new InvitePerson(house.New<PersonId>(), "Cat", "cat@example.org", Given.In(nairobi, Role.Dispatcher)));
    }

    [Fact]
    public async Task The_last_super_admin_stays()
    {
        var ann = await house.Person("ann@example.org", Given.Everywhere(Role.SuperAdmin));
        Assert.Equal("person.last-super-admin", (await house.Admin.Refused(new DisablePerson(ann))).Code);
        Assert.Equal("person.last-super-admin", (await house.Admin.Refused(new ChangeRights(ann, Given.Everywhere(Role.Support)))).Code);
    }

    [Fact]
    public async Task A_supervisor_of_a_zone_sees_its_branches_also_those_opened_later()
    {
        var (coast, north) = (house.New<ZoneId>(), house.New<ZoneId>());
        await house.Admin.Post(new AddZone(coast, "Coast"));
        await house.Admin.Post(new AddZone(north, "North coast", coast));
        await house.Branch("KLF", north);
        await house.Person("zone@example.org", new Rights([Role.BranchManager], Zones: [coast]));
        var browser = await house.SignedIn("zone@example.org");
        Assert.Equal(["KLF"], (await browser.Get<SessionPage>("session")).Branches.Select(b => b.Code));

        await house.Branch("LAM", coast);
        house.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal(["KLF", "LAM"], (await browser.Get<SessionPage>("session")).Branches.Select(b => b.Code));
        Assert.Equal(2, (await browser.Get<Page<BranchLine>>("branches")).Items.Count);
    }

    [Fact]
    public async Task What_a_role_may_not_do_is_refused_and_written_down()
    {
        await house.Person("tech@example.org", new Rights([Role.Technician], Branches: [nairobi], Technician: house.New<ResourceId>()));
        var browser = await house.SignedIn("tech@example.org");
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status("people"));
        Assert.Equal(HttpStatusCode.Forbidden, await browser.Status("people"));
        Assert.Single((await house.Ledger()), "access.denied");
    }

    [Fact]
    public async Task A_new_branch_takes_over_the_settings_of_another()
    {
        var kampala = house.New<BranchId>();
        await house.Admin.Post(new OpenBranch(kampala, "KLA", "Kampala", TimeZone: DateTimeZoneProviders.Tzdb["Africa/Kampala"], Currency: "UGX", Language: "lg"));
        await house.Admin.Post(new OpenBranch(house.New<BranchId>(), "EBB", "Entebbe", Like: kampala));
        var branch = (await house.Admin.Get<Page<BranchLine>>("branches")).Items.Single(b => b.Code == "EBB");
        Assert.Equal(("Africa/Kampala", "UGX", "lg"), (branch.TimeZone, branch.Currency, branch.Language));
        Assert.Equal("branch.code-taken", (await house.Admin.Refused(new OpenBranch(house.New<BranchId>(), "ebb", "Again"))).Code);
    }

    [Fact]
    public async Task A_forgotten_person_leaves_no_name_and_cannot_come_in()
    {
        var ben = await house.Person("ben@example.org", Given.In(nairobi, Role.Dispatcher));
        await house.Admin.Post(new ErasePerson(ben));
        Assert.Equal("", (await house.Admin.Get<PersonPage>($"people/{ben}")).Email);
        Assert.Equal("sign-in.refused", await new Browser(house).Code(new Browser(house).SignIn("ben@example.org", Given.Password)));
    }
}

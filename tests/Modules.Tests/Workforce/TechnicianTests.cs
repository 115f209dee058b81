using Callout.Workforce;

namespace Callout.Modules.Tests.Workforce;

public sealed class TechnicianTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId karen, westlands;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (karen, westlands) = (house.New<BranchId>(), house.New<BranchId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_branch_sees_its_own_technicians()
    {
        var ana = await house.Technician(karen, "Ana");
        await house.Technician(westlands, "Bén Otieno");

        var seen = await house.Dispatcher(karen).Get<Page<TechnicianLine>>("technicians");

        Assert.Equal([(ana, "Ana")], seen.Items.Select(t => (t.Id, t.Name)));
        Assert.Equal(2, (await house.Admin.Get<Page<TechnicianLine>>("technicians")).Items.Count);
        Assert.Equal(["Bén Otieno"], (await house.Admin.Get<Page<TechnicianLine>>("technicians?name=bEN%20o")).Items.Select(t => t.Name));
    }

    [Fact]
    public async Task A_technician_sees_themselves_and_nobody_else()
    {
        var (ana, ben) = (await house.Technician(karen, "Ana"), await house.Technician(karen, "Ben"));

        Assert.Equal("Ana", (await house.Technician(ana).Get<TechnicianPage>($"technicians/{ana}")).Name);
        Assert.Equal(404, (await house.Technician(ana).NotGot($"technicians/{ben}")).Status);
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_not_overwritten()
    {
        var ana = await house.Technician(karen);
        var seen = (await house.Admin.Get<TechnicianPage>($"technicians/{ana}")).Version;
        await house.Admin.Post(new ChangeTechnician(ana, "Ana M.", Given.Profile, seen));

        var problem = await house.Admin.Refused(new ChangeTechnician(ana, "Ana N.", Given.Profile, seen));

        Assert.Equal(409, problem.Status);
    }

    [Theory]
    [InlineData(91, 36)]
    [InlineData(-1, 181)]
    public async Task A_home_lies_on_the_map(double latitude, double longitude)
    {
        var command = new AddTechnician(house.New<ResourceId>(), karen, "Ana", Given.Profile with { Home = new Place(latitude, longitude) }, Employment.Contractor);
        Assert.Equal("place.off-the-map", (await house.Admin.Refused(command)).Code);
    }

    [Fact]
    public async Task A_technician_moves_with_their_papers_and_leaves_their_territories()
    {
        var territory = house.New<TerritoryId>();
        await house.Admin.Post(new AddTerritory(territory, karen, "Karen", [], ["00502"]));
        var ana = await house.Technician(karen);
        await house.Admin.Post(new ChangeTechnician(ana, "Ana", Given.Profile with { Territories = [territory] }));
        await house.Admin.Post(new RecordCertificate(house.New<CertificateId>(), ana, "Gas", new(2025, 1, 1), new(2027, 1, 1)));

        await house.Admin.Post(new MoveTechnician(ana, westlands));

        var page = await house.Dispatcher(westlands).Get<TechnicianPage>($"technicians/{ana}");
        Assert.Empty(page.Profile.Territories!);
        Assert.Single(page.Certificates);
        Assert.Equal(404, (await house.Dispatcher(karen).NotGot($"technicians/{ana}")).Status);
    }

    [Fact]
    public async Task Anothers_territory_is_not_given()
    {
        var territory = house.New<TerritoryId>();
        await house.Admin.Post(new AddTerritory(territory, westlands, "Westlands", [], ["00800"]));
        var ana = await house.Technician(karen);

        var problem = await house.Admin.Refused(new ChangeTechnician(ana, "Ana", Given.Profile with { Territories = [territory] }));

        Assert.Equal("territory.elsewhere", problem.Code);
    }

    [Fact]
    public async Task The_feed_brings_a_technician_to_their_branch_and_to_themselves()
    {
        var ana = await house.Technician(karen, "Ana");
        await house.Settled();

        Assert.Contains((await house.Dispatcher(karen).Feed()).Documents, d => d.Document == "technician" && d.Id == ana.Value);
        Assert.Contains((await house.Technician(ana).Feed()).Documents, d => d.Document == "technician" && d.Id == ana.Value);
        Assert.DoesNotContain((await house.Dispatcher(westlands).Feed()).Documents, d => d.Document == "technician");
    }

    [Fact]
    public async Task Nothing_is_known_of_a_technician_who_was_forgotten()
    {
        var person = house.New<PersonId>();
        var ana = await house.Technician(karen, "Anastasia Planted", person);
        await house.Admin.Post(new RecordCertificate(house.New<CertificateId>(), ana, "Gas", new(2025, 1, 1), new(2027, 1, 1), "PLANTED-17"));

        await house.Admin.Post(new ErasePerson(person));

        Assert.Contains("technician.forgotten", await house.Ledger());
        var page = await house.Admin.Get<TechnicianPage>($"technicians/{ana}");
        Assert.Equal(("", null, null, false), (page.Name, page.Profile.Phone, page.Profile.Home, page.Active));
        await using var db = await house.Db();
        Assert.DoesNotContain(db.Set<Certificate>().ToList(), c => c.Number is not null);
    }
}

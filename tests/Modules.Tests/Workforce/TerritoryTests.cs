using Callout.Workforce;

namespace Callout.Modules.Tests.Workforce;

public sealed class TerritoryTests : IAsyncLifetime
{
    // Roughly the west of Nairobi.
    private static readonly Place[] West = [new(-1.20, 36.65), new(-1.20, 36.80), new(-1.38, 36.80), new(-1.38, 36.65)];

    private TestHouse house = null!;
    private BranchId branch;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Theory]
    [InlineData(-1.3192, 36.7073, null, true)]
    [InlineData(-1.2833, 36.8219, null, false)]
    [InlineData(-1.2833, 36.8219, "00 502", true)]
    [InlineData(-1.1, 36.7, "00100", false)]
    public void A_territory_holds_what_lies_in_its_outline_or_bears_its_postcode(double latitude, double longitude, string? postcode, bool held)
    {
        var (territory, _) = Territory.Add(new(Guid.NewGuid()), branch, "West", West, ["00502"]);
        Assert.Equal(held, territory.Holds(new Place(latitude, longitude), postcode));
    }

    [Fact]
    public async Task An_outline_needs_three_corners()
    {
        var line = new AddTerritory(house.New<TerritoryId>(), branch, "West", West[..2], []);
        Assert.Equal("territory.outline", (await house.Admin.Refused(line)).Code);
        Assert.Equal("territory.empty", (await house.Admin.Refused(line with { Outline = [] })).Code);
    }

    [Fact]
    public async Task A_redrawn_territory_is_what_the_branch_sees()
    {
        var territory = house.New<TerritoryId>();
        await house.Admin.Post(new AddTerritory(territory, branch, "West", West, []));
        await house.Admin.Post(new RedrawTerritory(territory, "West and Karen", [], ["00502"], Seen: 1));

        var line = (await house.Dispatcher(branch).Get<Page<TerritoryLine>>("territories")).Items.Single();

        Assert.Equal(("West and Karen", 0, "00502"), (line.Name, line.Outline.Count, line.Postcodes.Single()));
    }

    [Fact]
    public async Task A_technician_drives_one_vehicle()
    {
        var (first, second, ana) = (house.New<ResourceId>(), house.New<ResourceId>(), await house.Technician(branch, "Ana"));
        await house.Admin.Post(new AddVehicle(first, branch, "Van 1", "KDA 001A"));
        await house.Admin.Post(new AddVehicle(second, branch, "Van 2", "KDA 002A"));
        await house.Dispatcher(branch).Post(new HandVehicle(first, ana));
        await house.Dispatcher(branch).Post(new HandVehicle(second, ana));

        var drivers = (await house.Technician(ana).Get<Page<VehicleLine>>("vehicles")).Items;

        Assert.Equal([second], drivers.Select(v => v.Id));
        await house.Admin.Post(new RetireVehicle(second));
        Assert.Equal("vehicle.retired", (await house.Dispatcher(branch).Refused(new HandVehicle(second, ana))).Code);
    }
}

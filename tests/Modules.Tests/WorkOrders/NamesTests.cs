using Callout.Customers;
using Callout.Identity;
using Callout.Modules.Tests.Customers;
using Callout.Modules.Tests.Identity;
using Callout.WorkOrders;
using Callout.Workforce;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class NamesTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private AccountId account;
    private SiteId site;
    private AssetId asset;
    private ContactId contact;
    private ResourceId ana;
    private Caller office = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
        account = await house.Account(branch);
        (site, contact) = (await house.Site(branch, account), await house.Contact(branch, account, phones: "0722 000 111"));
        asset = await house.Asset(branch, site);
        await house.Admin.Post(new AddTechnician(ana, branch, "Ana Mutua", new TechnicianProfile(DateTimeZoneProviders.Tzdb["Africa/Nairobi"]), Employment.Employee));
        office = house.Dispatcher(branch);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Lines_and_pages_say_names_beside_their_ids()
    {
        var order = await Order();
        var visit = await house.Visit(order, branch, ana);
        await house.Settled();

        var line = Assert.Single((await office.Get<Page<WorkOrderLine>>("work-orders")).Items);
        Assert.Equal(new Named("Savanna Fresh Ltd", "Karen cold store", "Ngong Road 401, Nairobi", "Nairobi", "Compressor", "4FES-5Y", "SN-20-48813"), line.Named);
        Assert.Equal((visit, "Ana Mutua"), (line.Next!.Id, line.Next.Technician));
        Assert.Equal(line.Named, Assert.Single((await office.Get<Page<RequestLine>>("requests?open=false")).Items).Named);

        var page = await office.Get<WorkOrderPage>($"work-orders/{order}");
        Assert.Equal(("Savanna Fresh Ltd", "Karen cold store", "Wanjiru Kamau"), (page.AccountName, page.Place!.Name, page.Person!.Name));
        Assert.Equal(["+254722000111"], page.Person.Phones);
        Assert.Equal(("SN-20-48813", true), (page.Equipment.Single().Serial, page.Equipment.Single().UnderWarranty));
        Assert.Equal("Ana Mutua", page.Visits.Single().Technician);

        house.Time.Advance(TimeSpan.FromDays(1));
        Assert.False((await office.Get<WorkOrderPage>($"work-orders/{order}")).Equipment.Single().UnderWarranty);
    }

    [Fact]
    public async Task Another_branchs_names_are_not_told()
    {
        var other = house.New<BranchId>();
        await house.Order(other, account, site: site, asset: asset);
        Assert.Equal(Named.Nothing, Assert.Single((await house.Dispatcher(other).Get<Page<WorkOrderLine>>("work-orders")).Items).Named);
    }

    [Fact]
    public async Task The_timeline_says_who_it_was()
    {
        var person = house.New<PersonId>();
        await house.Admin.Post(new InvitePerson(person, "Joy Atieno", "joy@example.org", new Rights([Role.Dispatcher], Branches: [branch])));
        var joy = house.As(new Principal($"person:{person}", [Role.Dispatcher], new Sight(Branches: [branch]), person));
        var order = await Order();
        await joy.Post(new AddNote(house.New<NoteId>(), order, "Rang, comes at noon"));
        await house.Settled();

        var page = await office.Get<WorkOrderPage>($"work-orders/{order}");
        Assert.Equal("Joy Atieno", page.Timeline.Single(h => h.What == "note.added").WhoName);
        Assert.Equal("Joy Atieno", page.Notes.Single().ByName);
    }

    [Fact]
    public async Task Orders_are_sifted_by_technician_asset_and_what_has_no_time_yet()
    {
        var planned = await Order();
        house.Time.Advance(TimeSpan.FromMinutes(1));
        var waiting = await house.Order(branch);
        await house.Visit(planned, branch, ana);

        Assert.Equal([planned], await Found($"technician={ana}"));
        Assert.Equal([planned], await Found($"asset={asset}&bucket=assigned"));
        Assert.Equal([waiting], await Found("unscheduled=true"));
        Assert.Equal([waiting, planned], await Found("sort=newest"));
        Assert.Empty(await Found($"dueBefore={house.Now + Duration.FromMinutes(200)}&bucket=open"));
        Assert.Equal([waiting], await Found($"dueBefore={house.Now + Duration.FromMinutes(241)}&bucket=open"));
    }

    private async Task<WorkOrderId> Order()
    {
        var request = house.New<ServiceRequestId>();
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, "Cold room at 9 degrees", account, Site: site, Asset: asset, Contact: contact));
        var order = house.New<WorkOrderId>();
        await office.Post(new OpenWorkOrder(order, request, await house.WorkType()));
        return order;
    }

    private async Task<IReadOnlyList<WorkOrderId>> Found(string query) => [.. (await office.Get<Page<WorkOrderLine>>($"work-orders?{query}")).Items.Select(o => o.Id)];
}

using System.Text.Json;
using Callout.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class VisitFindingsTests : IAsyncLifetime
{
    private static readonly ChecklistItem Temperature = new("supply-temperature", "Supply air temperature", AnswerKind.Number, Unit: "°C", Least: 2, Most: 5);

    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;
    private Caller office = null!, phone = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
        (office, phone) = (house.Dispatcher(branch), house.Technician(ana));
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    private async Task<VisitLine> Line(WorkOrderId order) => (await office.Get<WorkOrderPage>($"work-orders/{order}")).Visits[0];

    private async Task<SiteId> Site()
    {
        var (account, site) = (house.New<AccountId>(), house.New<SiteId>());
        await office.Post(new AddAccount(account, new AccountDetails(AccountKind.Company, "Jikoni Bakery", branch)));
        await office.Post(new AddSite(site, account, new SiteDetails("Ngong Road", branch, DateTimeZoneProviders.Tzdb["Africa/Nairobi"], Hazards: "415 V")));
        return site;
    }

    private async Task<List<string>> OnThePhone()
    {
        await house.Settled();
        return [.. (await phone.Feed()).Documents.Select(d => d.Document).Distinct().Order()];
    }

    [Fact]
    public async Task A_part_told_twice_is_used_once_and_nothing_of_it_is_used_when_it_is_taken_back()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        var use = new UsePart(visit, Guid.CreateVersion7(), "FD-038", "Filter drier", 1, "piece", "S-1");

        await phone.Post(use);
        await phone.Post(use with { Quantity = 2 });
        Assert.Equal((2m, "S-1"), (await Line(order)).Parts.Select(p => (p.Quantity, p.Serial)).Single());

        await phone.Post(use with { Quantity = 0 });
        Assert.Empty((await Line(order)).Parts);
        Assert.Equal(3, (await house.Ledger()).Count(e => e == "visit.part-used"));
    }

    [Fact]
    public async Task What_was_used_and_agreed_on_a_cancelled_visit_is_kept_and_shown_to_the_office()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        await office.Post(new CancelVisit(visit, "Customer rang off"));

        await phone.Post(new UsePart(visit, Guid.CreateVersion7(), "FD-038", "Filter drier", 1, "piece"));
        await phone.Post(new ApproveExtra(visit, Guid.CreateVersion7(), "New door seal", new Money(450_000, "KES"), "Amina"));

        var line = await Line(order);
        Assert.Equal(("FD-038", new Money(450_000, "KES")), (line.Parts.Single().Code, line.Extras.Single().Price));
        Assert.All((await office.Get<Page<OpenDeviation>>("deviations")).Items, d => Assert.Equal(Deviation.NotPlanned, d.Deviation.Kind));
    }

    [Fact]
    public async Task An_extra_without_a_name_beside_it_is_refused()
    {
        var visit = await house.Visit(await house.Order(branch), branch, ana);

        Assert.Equal("extra.nobody", (await phone.Refused(new ApproveExtra(visit, Guid.CreateVersion7(), "Seal", new Money(1, "KES"), " "))).Code);
    }

    [Fact]
    public async Task A_planned_visit_brings_the_crew_all_they_need_without_signal()
    {
        var site = await Site();
        var before = await house.Order(branch, site: site);
        await phone.Post(new CompleteVisit(await house.Visit(before, branch, ana, house.Now + Duration.FromHours(8)), VisitOutcome.Fixed));
        var order = await house.Order(branch, template: Given.Plain with { Checklist = [Temperature], Completion = [Proof.Checklist] }, site: site);

        var visit = await house.Visit(order, branch, ana);
        await phone.Post(new AddNote(house.New<NoteId>(), order, "Rear gate"));

        await house.Settled();
        var documents = (await phone.Feed()).Documents;
        var brief = documents.Single(d => d.Id == visit.Value).Body["brief"]!;
        Assert.Equal(5, (double)brief["checklist"]![0]!["most"]!);
        Assert.Equal("Cold room at 9 degrees", (string?)brief["past"]![0]!["summary"]);
        Assert.Equal("415 V", documents.Single(d => d.Document == "site").Body["hazards"]!.GetValue<string>());
        Assert.Contains(documents, d => d.Document == "note");
    }

    [Fact]
    public async Task Some_days_after_the_last_visit_the_site_leaves_the_phone()
    {
        var site = await Site();
        await house.Visit(await house.Order(branch, site: site), branch, ana);
        Assert.Contains("site", await OnThePhone());
        await house.Visit(await house.Order(branch, site: site), branch, ana, house.Now + Duration.FromDays(5));

        house.Time.Advance(TimeSpan.FromDays(8));
        Assert.Contains("site", await OnThePhone());

        house.Time.Advance(TimeSpan.FromDays(5));
        Assert.DoesNotContain("site", await OnThePhone());
    }

    [Fact]
    public async Task An_order_leaves_the_phone_of_whoever_no_longer_goes()
    {
        var order = await house.Order(branch);
        var visit = await house.Visit(order, branch, ana);
        Assert.Contains("work-order", await OnThePhone());

        await house.Dispatcher(branch).Post(new ReassignVisit(visit, house.New<ResourceId>()));
        Assert.DoesNotContain("work-order", await OnThePhone());

        await house.Dispatcher(branch).Post(new ReassignVisit(visit, ana));
        Assert.Contains("work-order", await OnThePhone());
        await house.Dispatcher(branch).Post(new UnscheduleVisit(visit));
        Assert.DoesNotContain("work-order", await OnThePhone());
    }

    [Fact]
    public async Task A_note_written_without_signal_says_when_it_was_written()
    {
        var order = await house.Order(branch);
        await house.Visit(order, branch, ana);
        var (written, note) = (house.Now, new AddNote(house.New<NoteId>(), order, "Rear gate"));
        var line = new SyncLine(Guid.CreateVersion7(), 1, "work-orders/note", JsonSerializer.SerializeToElement(note, Wire.Json), written);
        house.Time.Advance(TimeSpan.FromMinutes(40));

        await phone.Sync(new SyncRequest((await phone.Feed()).Epoch, house.New<DeviceId>(), [line], house.Now));

        Assert.Equal(written, Assert.Single((await house.Dispatcher(branch).Get<WorkOrderPage>($"work-orders/{order}")).Notes).At);
    }
}

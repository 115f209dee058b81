using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.WorkOrders;

public sealed class ForgetPersonTests : IAsyncLifetime
{
    private const string Name = "Wanjiku-Planted-4711", Phone = "+254711047110", Said = "Planted words of hers 0815", Elsewhere = "Otieno-Kept-0815";

    private TestHouse house = null!;
    private BranchId branch;
    private ResourceId ana;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Of_a_customer_who_is_a_person_nothing_planted_is_left_and_the_work_stays()
    {
        var account = await house.Account(branch, Name, AccountKind.Person);
        var order = await Planted(account, null);
        var kept = await Kept();

        await house.Admin.Post(new ErasePerson(new(account.Value)));

        await NothingLeft(order, kept);
    }

    [Fact]
    public async Task Of_a_contact_nothing_planted_is_left_and_the_work_stays()
    {
        var account = await house.Account(branch);
        var contact = await house.Contact(branch, account, Name);
        var order = await Planted(account, contact);
        var kept = await Kept();

        await house.Admin.Post(new ErasePerson(new(contact.Value)));

        await NothingLeft(order, kept);
    }

    /// <summary>Whatever is personal on a request, an order and its visit holds a planted value.</summary>
    private async Task<WorkOrderId> Planted(AccountId account, ContactId? contact)
    {
        var office = house.Dispatcher(branch);
        var (request, order, technician) = (house.New<ServiceRequestId>(), house.New<WorkOrderId>(), house.Technician(ana));
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, Said, account, Site: house.New<SiteId>(), Contact: contact, CallerName: Name, CallerPhone: Phone, Words: $"{Said}, {Name}"));
        await office.Post(new AskAboutRequest(request, $"{Said}?"));
        await office.Post(new AnswerRequest(request, $"{Said}!"));
        await office.Post(new OpenWorkOrder(order, request, await house.WorkType(Testing.Given.Plain with { Checklist = [new("remark", "Remark", AnswerKind.Text)] })));
        await office.Post(new DescribeWorkOrder(order, Instructions: Said, Safety: [Said], Fields: new Dictionary<string, string> { ["gate"] = Said }));
        await office.Post(new PrioritiseWorkOrder(order, Priority.High, Said));
        await office.Post(new AddNote(house.New<NoteId>(), order, $"{Name}: {Said}"));
        var visit = await house.Visit(order, branch, ana);
        await technician.Post(new StartWork(visit, SafetyAcknowledged: true));
        await technician.Post(new AnswerChecklist(visit, "remark", Said));
        await technician.Post(new SignVisit(visit, Name, Said, new string('a', 64), new string('b', 64)));
        await technician.Post(new ReportIncomplete(visit, IncompleteReason.Other, Said));
        await house.Settled();
        foreach (var planted in new[] { Name, Phone, Said }) Assert.True(await house.Holds(planted));
        return order;
    }

    private async Task<WorkOrderId> Kept()
    {
        var order = await house.Order(branch, await house.Account(branch));
        await house.Dispatcher(branch).Post(new AddNote(house.New<NoteId>(), order, Elsewhere));
        return order;
    }

    private async Task NothingLeft(WorkOrderId order, WorkOrderId kept)
    {
        await house.Settled();
        foreach (var planted in new[] { Name, Phone, Said }) Assert.False(await house.Holds(planted), $"{planted} is still there.");
        var page = await house.Dispatcher(branch).Get<WorkOrderPage>($"work-orders/{order}");
        Assert.Single(page.Visits);
        Assert.Equal(Elsewhere, Assert.Single((await house.Dispatcher(branch).Get<WorkOrderPage>($"work-orders/{kept}")).Notes).Text);
        Assert.Null((await house.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Fault);
    }
}

using System.Text.Json;
using Callout.Customers;
using Callout.Messaging;
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
    private ServiceRequestId called;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(new FailingNotes());
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

    [Fact]
    public async Task Of_a_caller_of_whom_only_the_request_is_known_nothing_planted_is_left_either()
    {
        var order = await Planted(await house.Account(branch), null);
        var kept = await Kept();

        await house.Admin.Post(new ErasePerson(new(called.Value)));

        await NothingLeft(order, kept);
    }

    [Fact]
    public async Task So_it_is_with_what_a_device_sent_and_the_server_could_not_carry_out()
    {
        var account = await house.Account(branch);
        var contact = await house.Contact(branch, account, Name);
        var order = await Planted(account, contact);
        var technician = house.Technician(ana);
        var line = new SyncLine(Guid.NewGuid(), 1, "notes/fail", JsonSerializer.SerializeToElement(new FailingNote(order, $"{Name}: {Said}"), Wire.Json), house.Now);
        Assert.Equal("failed", (await technician.Sync(new SyncRequest((await technician.Feed()).Epoch, house.New<DeviceId>(), [line]))).Outcomes.Single().Outcome);
        var kept = await Kept();

        await house.Admin.Post(new ErasePerson(new(contact.Value)));

        await NothingLeft(order, kept);
    }

    private sealed record FailingNote(WorkOrderId WorkOrder, string Text)
    {
        public static Task<NoteAdded> Handle(FailingNote command, Session session, CancellationToken ct) => throw new NotSupportedException(command.Text);
    }

    private sealed class FailingNotes : IModule
    {
        public void Define(Module module) => module.Command<FailingNote, NoteAdded>("notes/fail", FailingNote.Handle, May.SignedIn);
    }

    /// <summary>Whatever is personal on a request, an order and its visit holds a planted value.</summary>
    private async Task<WorkOrderId> Planted(AccountId account, ContactId? contact)
    {
        var office = house.Dispatcher(branch);
        var (request, order, technician) = (house.New<ServiceRequestId>(), house.New<WorkOrderId>(), house.Technician(ana));
        await office.Post(new ReceiveRequest(request, branch, Channel.Phone, Said, account, Site: await house.Site(branch, account), Contact: contact, CallerName: Name, CallerPhone: Phone, Words: $"{Said}, {Name}"));
        called = request;
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
        await office.Post(new AttachToRequest(house.New<AttachmentId>(), request, new string('c', 64), $"{Name} at the gate.jpg", "image/jpeg"));
        await office.Post(new AttachToWorkOrder(house.New<AttachmentId>(), order, new string('c', 64), $"{Said}.jpg", "image/jpeg"));
        await house.Settled();
        var rated = await house.Visit(order, branch, ana, house.Now + Duration.FromHours(3));
        await house.Settled();
        await office.Post(new ShareTracking(rated));
        await technician.Post(new StartWork(rated, SafetyAcknowledged: true));
        await technician.Post(new CompleteVisit(rated, VisitOutcome.Fixed));
        await house.As(Principal.System).Post(new RateVisit(rated, 5, $"{Name}: {Said}"));
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
        Assert.Equal(2, page.Visits.Count);
        Assert.Equal(Elsewhere, Assert.Single((await house.Dispatcher(branch).Get<WorkOrderPage>($"work-orders/{kept}")).Notes).Text);
        Assert.Null((await house.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Fault);
    }
}

using Callout.Customers;
using Callout.Messaging;
using Callout.WorkOrders;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Messaging;

/// <summary>A house that can write to its customers: a mail server, a provider of text messages, and one customer with a visit to come.</summary>
public abstract class MessagingHouse : IAsyncLifetime
{
    internal static readonly DateTimeZone Nairobi = DateTimeZoneProviders.Tzdb["Africa/Nairobi"];

    internal MailServer Mail { get; } = new();

    internal ImapServer Mailbox { get; } = new();

    internal TextProvider Texts { get; private set; } = null!;

    protected TestHouse House { get; private set; } = null!;

    protected BranchId Branch { get; private set; }

    protected AccountId Account { get; private set; }

    protected SiteId Site { get; private set; }

    protected ResourceId Daniel { get; private set; }

    protected Caller Office => House.Dispatcher(Branch);

    public async Task InitializeAsync()
    {
        Texts = await TextProvider.Start();
        House = await TestHouse.Start(new SetUp(new(
            "https://baridi.example", "+254 20 500 1000", new("127.0.0.1", Mail.Port, "service@baridi.example", Plain: true), new(Texts.Url, "s3cret"), InboundSecret: "let-me-in", Loopback: true, Mailbox: new("127.0.0.1", Mailbox.Port, "service", "open sesame", Plain: true))));
        Branch = House.New<BranchId>();
        Account = await Customers.Given.Account(House, Branch);
        Site = await Customers.Given.Site(House, Branch, Account);
        Daniel = await Workforce.Given.Technician(House, Branch, "Daniel Mwangi");
    }

    public async Task DisposeAsync()
    {
        await House.DisposeAsync();
        await Texts.DisposeAsync();
        Mail.Dispose();
        Mailbox.Dispose();
    }

    protected async Task<ContactId> Contact(ContactDetails details)
    {
        var contact = House.New<ContactId>();
        await Office.Post(new AddContact(contact, Account, details));
        return contact;
    }

    protected async Task<WorkOrderId> Order(ContactId contact)
    {
        var order = await House.Order(Branch, Account, site: Site);
        await Office.Post(new DescribeWorkOrder(order, Contact: contact));
        return order;
    }

    /// <summary>At ten in the morning in Nairobi, an hour long.</summary>
    protected Task<VisitId> Booked(WorkOrderId order, bool later = false) => House.Visit(order, Branch, Daniel, Instant.FromUtc(2026, 11, 23, later ? 12 : 7, 0));

    protected async Task Move(VisitId visit, Instant start) =>
        await Office.Post(new RescheduleVisit(visit, Daniel, start, start + Duration.FromHours(1), Nairobi));

    /// <summary>The minute has passed in which a message waits for the last word.</summary>
    protected async Task Sent()
    {
        await House.Settled();
        House.Time.Advance(TimeSpan.FromSeconds(61));
        await House.Settled();
    }

    protected async Task<IReadOnlyList<MessageLine>> Log(WorkOrderId order) => (await Office.Get<Page<MessageLine>>($"messages?order={order}")).Items;

    private sealed class SetUp(MessagingSettings settings) : IModule
    {
        public void Define(Module module) => module.Services.AddSingleton(settings);
    }
}

using Callout.Billing;
using Callout.Contracts;
using Callout.Customers;
using Callout.Identity;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;
using Given = Callout.Testing.Given;

namespace Callout.Modules.Tests.Billing;

public sealed class InvoiceTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private AccountId account;
    private SiteId site;
    private ResourceId ana;

    private Caller Accountant => house.As(new Principal("person:accountant", [Role.Accountant], new Sight(Branches: [branch])));

    private Caller Manager => house.As(new Principal("person:manager", [Role.BranchManager], new Sight(Branches: [branch])));

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
        await house.Admin.Post(new BeginOrganisation("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "HQ", "Head office"));
        await house.Admin.Post(ChangeOrganisation.Example);
        await house.Admin.Post(new OpenBranch(branch, "NBO", "Nairobi"));
        await house.Admin.Post(AddPriceList.Example with { PriceList = house.New<PriceListId>() });
        account = await house.Account(branch);
        site = await house.Site(branch, account);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Completed_work_drafts_its_invoice_from_time_and_price_list_with_tax()
    {
        var order = await Done(minutes: 90);

        var invoice = await Only(order);
        Assert.Equal((InvoiceState.Draft, null), (invoice.Invoice.State, invoice.Invoice.Number));
        Assert.Equal([("callout", 1000L, 150_000L), ("labour", 1500L, 375_000L)], invoice.Lines.Select(l => (l.Line.Code, l.Line.Quantity, l.Worth.Minor)));
        Assert.Equal(new InvoiceTotal(Kes(525_000), "VAT", 1600, Kes(84_000), Kes(609_000)), invoice.Sum);
    }

    [Fact]
    public async Task Covered_work_is_confirmed_and_nothing_is_asked()
    {
        var order = await Done(template: Given.Plain with { Billing = BillingRule.Warranty });
        var billing = await Accountant.Get<OrderBilling>($"billing?order={order}");
        Assert.Empty(billing.Invoices);
        Assert.All(billing.Covered!, line => Assert.Equal("Warranty work.", line.CoveredBy));
    }

    [Fact]
    public async Task Numbers_are_gapless_in_a_branch_though_some_are_refused()
    {
        List<long> numbers = [];
        for (var i = 0; i < 3; i++)
        {
            var invoice = (await Only(await Done())).Invoice.Id;
            await Accountant.Post(new IssueInvoice(invoice));
            Assert.Equal("invoice.illegal", (await Accountant.Refused(new IssueInvoice(invoice))).Code);
            numbers.Add((await Accountant.Get<InvoicePage>($"invoices/{invoice}")).Invoice.Number!.Value);
        }

        Assert.Equal([1, 2, 3], numbers);
    }

    [Fact]
    public async Task An_issued_invoice_keeps_what_it_says_and_is_paid_to_the_last_cent()
    {
        var order = await Done();
        var id = (await Only(order)).Invoice.Id;
        await Accountant.Post(new IssueInvoice(id));
        Assert.Equal("invoice.illegal", (await Accountant.Refused(new ChangeInvoice(id, []))).Code);
        var issued = await Only(order);
        var (first, rest) = (Kes(100_000), issued.Invoice.Open - Kes(100_000));

        await Accountant.Post(new RecordPayment(house.New<PaymentId>(), id, first, PaymentMethod.MobileMoney, "skk3x9q1zt"));
        Assert.Equal((InvoiceState.PartiallyPaid, rest), ((await Only(order)).Invoice.State, (await Only(order)).Invoice.Open));
        Assert.Equal("payment.known", (await Accountant.Refused(new RecordPayment(house.New<PaymentId>(), id, first, PaymentMethod.MobileMoney, "SKK3X9Q1ZT"))).Code);
        Assert.Equal("payment.too-much", (await Accountant.Refused(new RecordPayment(house.New<PaymentId>(), id, rest + Kes(1), PaymentMethod.Cash))).Code);
        Assert.Equal("invoice.illegal", (await Accountant.Refused(new VoidInvoice(id, "wrong customer"))).Code);

        await Accountant.Post(new RecordPayment(house.New<PaymentId>(), id, rest, PaymentMethod.Cash));
        var paid = await Only(order);
        Assert.Equal((InvoiceState.Paid, 0L, 2), (paid.Invoice.State, paid.Invoice.Open.Minor, paid.Payments.Count));
        Assert.Equal(issued.Sum, paid.Sum);
    }

    [Fact]
    public async Task A_line_without_a_price_is_priced_by_a_person_before_it_goes_out()
    {
        var order = await Done(part: "FD-038");
        var page = await Only(order);
        List<InvoiceLine> lines = [.. page.Lines.Select(l => l.Line)];
        Assert.Equal(("FD-038", 2000L, null), (lines[^1].Code, lines[^1].Quantity, lines[^1].Price));
        var refused = await Accountant.Refused(new IssueInvoice(page.Invoice.Id));
        Assert.Equal("invoice.unpriced", refused.Code);
        Assert.Contains("Filter drier", refused.Detail);

        await Accountant.Post(new ChangeInvoice(page.Invoice.Id, [.. lines[..^1], lines[^1] with { Price = Rate.PerUnit(Kes(320_000)) }]));
        await Accountant.Post(new IssueInvoice(page.Invoice.Id));
        Assert.Equal(page.Sum.Net + Kes(640_000), (await Only(order)).Sum.Net);
    }

    [Fact]
    public async Task Waiving_needs_a_manager_and_a_reason()
    {
        var order = await Done();
        var id = (await Only(order)).Invoice.Id;
        Assert.Equal(403, (await Accountant.Refused(new WaiveInvoice(id, "Goodwill"))).Status);
        Assert.Equal("invoice.reason", (await Manager.Refused(new WaiveInvoice(id, " "))).Code);
        await Manager.Post(new WaiveInvoice(id, "Goodwill"));
        Assert.Equal((InvoiceState.Waived, "Goodwill"), ((await Only(order)).Invoice.State, (await Only(order)).Remark));
    }

    private static Money Kes(long minor) => new(minor, "KES");

    private async Task<InvoicePage> Only(WorkOrderId order)
    {
        await house.Settled();
        return Assert.Single((await Accountant.Get<OrderBilling>($"billing?order={order}")).Invoices);
    }

    private async Task<WorkOrderId> Done(int minutes = 60, Template? template = null, string? part = null)
    {
        var order = await house.Order(branch, account, template, site: site);
        var visit = await house.Visit(order, branch, ana);
        var technician = house.Technician(ana);
        await technician.Post(new StartWork(visit, true));
        house.Time.Advance(TimeSpan.FromMinutes(minutes));
        if (part is not null) await technician.Post(new UsePart(visit, Guid.NewGuid(), part, "Filter drier 3/8", 2, "piece"));
        await technician.Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        await house.Settled();
        return order;
    }
}

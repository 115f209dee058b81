using Callout.Billing;
using Callout.Contracts;
using Callout.Customers;
using Callout.Identity;
using Callout.Modules.Tests.Customers;
using Callout.Modules.Tests.Paper;
using Callout.WorkOrders;
using Given = Callout.Testing.Given;

namespace Callout.Modules.Tests.Billing;

public sealed class InvoicePaperTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;
    private AccountId account;
    private SiteId site;
    private ResourceId ana;

    private Caller Accountant => house.As(new Principal("person:accountant", [Role.Accountant], new Sight(Branches: [branch])));

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, ana) = (house.New<BranchId>(), house.New<ResourceId>());
        await house.Admin.Post(new BeginOrganisation("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "HQ", "Head office"));
        await house.Admin.Post(ChangeOrganisation.Example);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task An_issued_invoice_keeps_the_paper_of_its_day_and_says_what_came_in()
    {
        await Branch("KES", "en");
        var id = await Drafted();
        var draft = Read.Of(await Paper($"invoices/{id}/invoice.pdf"), "invoice-draft");
        Assert.Contains("No number yet", draft.All);
        Assert.Contains("Draft", draft.All);

        await Accountant.Post(new IssueInvoice(id));
        var issued = await Paper($"invoices/{id}/invoice.pdf");
        Says(issued, "invoice", "Baridi Cooling Ltd", "Invoice", "NBO-00001", "23 November 2026", "Savanna Fresh Ltd", "Enterprise Road 12", "Work order WO-1", "Callout fee", "1,500.00",
            "Labour, visit 1", "1.5 h", "2,500.00", "3,750.00", "Net KES 5,250.00", "VAT 16% KES 840.00", "Total KES 6,090.00", "Please give NBO-00001", "Page 1 of 1");

        await house.Admin.Post(ChangeOrganisation.Example with { Name = "Another name", Letterhead = "Elsewhere" });
        Assert.Equal(issued, await Paper($"invoices/{id}/invoice.pdf"));

        await Accountant.Post(new RecordPayment(house.New<PaymentId>(), id, new Money(200_000, "KES"), PaymentMethod.MobileMoney, "SKK3X9Q1ZT"));
        Says(await Paper($"invoices/{id}/invoice.pdf"), "invoice-part-paid", "Received 23 November 2026, mobile money KES -2,000.00", "Still open KES 4,090.00");
    }

    [Fact]
    public async Task A_branch_pays_its_own_tax_on_its_own_paper()
    {
        await Branch("KES", "en");
        await house.Admin.Post(new SetBranchLetterhead(branch, "Moi Avenue 12, Mombasa", new Tax("Coast tax", 850, "C-77")));
        Says(await Paper($"invoices/{await Drafted()}/invoice.pdf"), "invoice-branch", "Moi Avenue 12, Mombasa", "Coast tax C-77", "Coast tax 8.5% KES 446.25", "Total KES 5,696.25");
    }

    [Theory]
    [InlineData("JPY", "de", "Rechnung", "Arbeitszeit, Einsatz 1", "Netto 525.000 JPY", "Gesamt 609.000 JPY")]
    [InlineData("BHD", "fr", "Facture", "Main-d’œuvre, visite 1", "Total hors taxe 525,000 BHD", "Total 609,000 BHD")]
    [InlineData("KES", "sw", "Ankara", "Kazi, ziara 1", "Jumla KES 6,090.00", "Kabla ya kodi KES 5,250.00")]
    public async Task Amounts_have_as_many_figures_as_their_currency_and_the_words_are_the_branchs(string currency, string language, params string[] expected)
    {
        await Branch(currency, language);
        Says(await Paper($"invoices/{await Drafted()}/invoice.pdf"), $"invoice-{language}", expected);
    }

    [Fact]
    public async Task Covered_work_is_confirmed_on_paper_with_nothing_to_pay()
    {
        await Branch("KES", "en");
        var order = await Done(Given.Plain with { Billing = BillingRule.Warranty });
        Says(await Paper($"billing/{order}/cover.pdf"), "cover", "Cover confirmation", "WO-1", "Savanna Fresh Ltd", "Nothing is to be paid for this work", "Warranty work.", "Covered", "KES 0.00");
        Assert.Equal(404, (await house.Dispatcher(house.New<BranchId>()).NotGot($"billing/{order}/cover.pdf")).Status);
    }

    private static void Says(byte[] pdf, string name, params string[] expected)
    {
        var paper = Read.Of(pdf, name);
        Assert.All(expected, words => Assert.Contains(words, paper.All));
    }

    private async Task Branch(string currency, string language)
    {
        await house.Admin.Post(new OpenBranch(branch, "NBO", "Nairobi", Currency: currency, Language: language));
        var example = AddPriceList.Example;
        await house.Admin.Post(example with { PriceList = house.New<PriceListId>(), Currency = currency, Lines = [.. example.Lines.Select(l => l with { Price = l.Price with { Currency = currency } })] });
        account = await house.Account(branch);
        site = await house.Site(branch, account);
    }

    private async Task<byte[]> Paper(string path)
    {
        using var answer = await Accountant.Http.GetAsync($"/api/{path}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private async Task<InvoiceId> Drafted() => Assert.Single((await Accountant.Get<OrderBilling>($"billing?order={await Done()}")).Invoices).Invoice.Id;

    private async Task<WorkOrderId> Done(Template? template = null)
    {
        var order = await house.Order(branch, account, template, site: site);
        var visit = await house.Visit(order, branch, ana);
        var technician = house.Technician(ana);
        await technician.Post(new StartWork(visit, true));
        house.Time.Advance(TimeSpan.FromMinutes(90));
        await technician.Post(new CompleteVisit(visit, VisitOutcome.Fixed));
        await house.Settled();
        return order;
    }
}

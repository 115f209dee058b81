using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

public sealed class AccountTests : CustomersHouse
{
    [Fact]
    public async Task A_customer_page_shows_what_was_written_down()
    {
        var payer = await house.Account(branch, "Head Office plc");
        var account = house.New<AccountId>();
        var details = new AccountDetails(
            AccountKind.Company, "Savanna", branch, payer, 30, "P05", new("Enterprise Road 12", "Nairobi", "Nairobi County", "00500", "KE"), ContactChannel.WhatsApp,
            house.New<ResourceId>(), new(8, 0), new(16, 30), [new("erp", "C-1")]);
        await Office.Post(new AddAccount(account, details));
        await house.Contact(branch, account, "Wanjiru", "0712345678");
        var site = await house.Site(branch, account);
        await house.Asset(branch, site);

        var page = await Office.Get<AccountPage>($"accounts/{account}");

        Assert.Equal(details with { References = page.Details.References }, page.Details);
        Assert.Equal(("Head Office plc", new Reference("erp", "C-1")), (page.BillToName, Assert.Single(page.Details.References!)));
        Assert.Equal("+254712345678", Assert.Single(Assert.Single(page.Contacts).Details.Phones!));
        Assert.Equal((site, "Ngong Road 401, Nairobi"), (Assert.Single(page.Sites).Id, page.Sites[0].Address));
        Assert.Equal("SN-20-48813", Assert.Single(page.Assets).Serial);
        Assert.Equal(["account.added", "account.added", "contact.added", "site.added", "asset.added"], await house.Ledger());
    }

    [Fact]
    public async Task Who_saw_an_older_version_does_not_overwrite_the_newer()
    {
        var account = await house.Account(branch);
        var details = new AccountDetails(AccountKind.Company, "Mine", branch);
        await Office.Post(new ChangeAccount(account, details, 1));

        Assert.Equal(409, (await Office.Refused(new ChangeAccount(account, details with { Name = "Theirs" }, 1))).Status);
    }

    [Fact]
    public async Task What_cannot_be_is_refused()
    {
        var account = await house.Account(branch);
        var (company, id) = (new AccountDetails(AccountKind.Company, "Name", branch), house.New<AccountId>());

        Assert.Equal("account.name-empty", (await Office.Refused(new AddAccount(id, company with { Name = " " }))).Code);
        Assert.Equal("account.payment-days", (await Office.Refused(new AddAccount(id, company with { PaymentDays = -1 }))).Code);
        Assert.Equal("account.bill-to", (await Office.Refused(new AddAccount(id, company with { BillTo = house.New<AccountId>() }))).Code);
        Assert.Equal("address.country", (await Office.Refused(new AddAccount(id, company with { BillingAddress = new(Country: "ZZ") }))).Code);
        Assert.Equal("contact.phone", (await Office.Refused(new AddContact(house.New<ContactId>(), account, new("A", Phones: ["12"])))).Code);
        Assert.Equal("contact.email", (await Office.Refused(new AddContact(house.New<ContactId>(), account, new("A", Email: "nobody")))).Code);
        Assert.Equal("site.position", (await Office.Refused(new AddSite(house.New<SiteId>(), account, new("S", branch, Given.Nairobi, Position: new(91, 0, PositionQuality.Measured))))).Code);
    }

    [Fact]
    public async Task A_person_is_forgotten_and_what_was_done_stays()
    {
        var account = await house.Account(branch, "Planted Person", AccountKind.Person, new("Planted Street 5", "Nairobi", Country: "KE"));
        await house.Contact(branch, account, "Planted Contact", "0712345678");
        var site = await house.Site(branch, account, "Planted home");
        await house.Settled();

        await house.Admin.Post(new ErasePerson(PersonId.From(account.Value)));
        await house.Settled();

        var page = await Office.Get<AccountPage>($"accounts/{account}");
        Assert.Equal(("", "", ""), (page.Details.Name, page.Contacts[0].Details.Name, page.Sites[0].Name));
        Assert.Empty((await Office.Get<Page<AccountLine>>("accounts?q=planted")).Items);
        Assert.Null((await Office.Get<SitePage>($"sites/{site}")).Details.Position);
        Assert.DoesNotContain("Planted", System.Text.Json.JsonSerializer.Serialize(await Office.Feed(), Wire.Json));
    }
}

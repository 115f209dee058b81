using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

public sealed class FindAccountsTests : CustomersHouse
{
    [Theory]
    [InlineData("savanna")]
    [InlineData("FRESH sav")]
    [InlineData("cafe ndovu")]
    [InlineData("ngong road 401")]
    [InlineData("SN-20-48813")]
    [InlineData("sn2048813")]
    [InlineData("0712 345 678")]
    [InlineData("+254 712-345-678")]
    [InlineData("00254 (712) 345678")]
    [InlineData("712345678")]
    [InlineData("345678")]
    [InlineData("wanjiru@example")]
    [InlineData("savanna 0712345678 48813")]
    [InlineData("P0512345")]
    public async Task A_customer_is_found_by(string words)
    {
        var account = await Savanna();
        await house.Account(branch, "Somebody else", address: new("Moi Avenue 1", "Mombasa"));

        var found = await Find(words);

        Assert.Equal([account], found.Items.Select(a => a.Id));
    }

    [Theory]
    [InlineData("savannah")]
    [InlineData("savanna mombasa")]
    [InlineData("0799 999 999")]
    public async Task Nobody_is_found_by(string words)
    {
        await Savanna();

        Assert.Empty((await Find(words)).Items);
    }

    [Fact]
    public async Task It_says_what_of_theirs_was_found()
    {
        await Savanna();

        var hit = Assert.Single(Assert.Single((await Find("48813")).Items).Because);

        Assert.Equal((SearchKind.Asset, "Compressor", "SN-20-48813"), (hit.Kind, hit.Title, hit.Detail));
    }

    [Fact]
    public async Task What_was_changed_is_found_by_what_it_says_now()
    {
        var account = await house.Account(branch, "Old Name");
        await Office.Post(new ChangeAccount(account, new(AccountKind.Company, "Brand New", branch)));

        Assert.Empty((await Find("old")).Items);
        Assert.Single((await Find("brand")).Items);
    }

    [Fact]
    public async Task Another_branch_finds_a_customer_once_it_serves_a_site_of_theirs()
    {
        var account = await house.Account(branch);
        var there = house.Dispatcher(other);
        Assert.Empty((await there.Get<Page<AccountLine>>("accounts?q=savanna")).Items);

        await house.Admin.Post(new AddSite(house.New<SiteId>(), account, new("Mombasa dock", other, Given.Nairobi)));

        Assert.Equal(account, Assert.Single((await there.Get<Page<AccountLine>>("accounts?q=savanna")).Items).Id);
    }

    [Fact]
    public async Task Pages_hold_every_customer_once()
    {
        List<AccountId> added = [];
        for (var i = 0; i < 7; i++)
        {
            added.Add(await house.Account(branch, $"Duka {i}"));
            house.Time.Advance(TimeSpan.FromSeconds(1));
        }

        List<AccountId> seen = [];
        for (Guid? after = null; ;)
        {
            var page = await Office.Get<Page<AccountLine>>($"accounts?q=duka&limit=3{(after is null ? "" : $"&after={after}")}");
            seen.AddRange(page.Items.Select(a => a.Id));
            if ((after = page.Next) is null) break;
        }

        Assert.Equal(added.AsEnumerable().Reverse(), seen);
    }

    [Fact]
    public async Task Another_systems_number_leads_to_the_customer()
    {
        var account = house.New<AccountId>();
        await Office.Post(new AddAccount(account, new(AccountKind.Company, "Savanna", branch, References: [new("erp", "C-1001")])));

        var again = await Office.Refused(new AddAccount(house.New<AccountId>(), new(AccountKind.Company, "Twin", branch, References: [new("erp", "C-1001")])));

        Assert.Equal((422, "reference.taken"), (again.Status, again.Code));
        Assert.Equal(account, Assert.Single((await Office.Get<Page<AccountLine>>("accounts?system=erp&number=C-1001")).Items).Id);
    }

    private Task<Page<AccountLine>> Find(string words) => Office.Get<Page<AccountLine>>($"accounts?q={Uri.EscapeDataString(words)}");

    private async Task<AccountId> Savanna()
    {
        var account = await house.Account(branch, "Savanna Fresh \"Café Ndovu\" Ltd", number: "P051234567X");
        var contact = house.New<ContactId>();
        await Office.Post(new AddContact(contact, account, new("Wanjiru Kamau", Phones: ["0712 345 678"], Email: "wanjiru@example.com")));
        await house.Asset(branch, await house.Site(branch, account));
        return account;
    }
}

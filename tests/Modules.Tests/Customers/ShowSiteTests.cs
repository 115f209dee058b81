using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

public sealed class ShowSiteTests : CustomersHouse
{
    [Fact]
    public async Task A_technician_sees_a_site_while_they_are_sent_there()
    {
        var ana = house.New<ResourceId>();
        var account = await house.Account(branch);
        await house.Contact(branch, account, "Wanjiru", "0712345678");
        var site = await house.Site(branch, account);
        await house.Asset(branch, site);
        await house.Site(branch, account, "Another site");
        await house.Settled();
        var before = await house.Technician(ana).Feed();
        Assert.Equal((0, 404), (before.Documents.Count, (await house.Technician(ana).NotGot($"sites/{site}")).Status));

        await Office.Post(new ShowSite(site, ana));
        await house.Settled();
        var shown = await house.Technician(ana).Feed(before.Next);

        Assert.Equal(["account", "asset", "contact", "site"], shown.Documents.Select(d => d.Document).Order());
        Assert.Equal("Gate B", shown.Documents.Single(d => d.Document == "site").Body["accessNotes"]!.GetValue<string>());
        Assert.Equal(site, (await house.Technician(ana).Get<SitePage>($"sites/{site}")).Id);

        await Office.Post(new HideSite(site, ana));
        await house.Settled();
        var hidden = await house.Technician(ana).Feed(shown.Next);

        Assert.Equal([$"account:{account}", $"site:{site}"], hidden.Left.Order());
        Assert.Equal(404, (await house.Technician(ana).NotGot($"sites/{site}")).Status);
    }

    [Fact]
    public async Task Showing_it_twice_changes_nothing()
    {
        var ana = house.New<ResourceId>();
        var site = await house.Site(branch, await house.Account(branch));
        await Office.Post(new ShowSite(site, ana));
        await Office.Post(new ShowSite(site, ana));

        Assert.Single(await house.Ledger(), "site.shown");
    }
}

using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

public sealed class SiteAndAssetTests : CustomersHouse
{
    [Fact]
    public async Task An_asset_stands_in_a_tree_at_a_site()
    {
        var account = await house.Account(branch);
        var site = await house.Site(branch, account);
        var plant = await house.Asset(branch, site, "P-1");
        var compressor = await house.Asset(branch, site, "C-1", plant);

        var (top, part) = (await Office.Get<AssetPage>($"assets/{plant}"), await Office.Get<AssetPage>($"assets/{compressor}"));

        Assert.Equal((compressor, plant), (Assert.Single(top.Parts).Id, Assert.Single(part.Above).Id));
        Assert.Equal(2, (await Office.Get<SitePage>($"sites/{site}")).Assets.Count);
        var loop = await Office.Refused(new ChangeAsset(plant, top.Details with { Parent = compressor }));
        Assert.Equal("asset.part-of-itself", loop.Code);
    }

    [Fact]
    public async Task A_warranty_ends_on_its_last_day_at_the_site()
    {
        var asset = await house.Asset(branch, await house.Site(branch, await house.Account(branch)));

        Assert.True((await Office.Get<AssetPage>($"assets/{asset}")).UnderWarranty);
        house.Time.Advance(TimeSpan.FromHours(16));

        Assert.False((await Office.Get<AssetPage>($"assets/{asset}")).UnderWarranty);
    }

    [Fact]
    public async Task A_site_is_never_part_of_another_customers()
    {
        var (mine, theirs) = (await house.Account(branch), await house.Account(branch, "Other"));
        var elsewhere = await house.Site(branch, theirs);

        var problem = await Office.Refused(new AddSite(house.New<SiteId>(), mine, new("Floor 2", branch, Given.Nairobi, Parent: elsewhere)));

        Assert.Equal("site.parent", problem.Code);
    }

    [Fact]
    public async Task Assets_follow_their_site_to_another_branch()
    {
        var site = await house.Site(branch, await house.Account(branch));
        var asset = await house.Asset(branch, site);
        var details = (await Office.Get<SitePage>($"sites/{site}")).Details;

        await house.Admin.Post(new ChangeSite(site, details with { Branch = other }));

        Assert.Equal(asset, (await house.Dispatcher(other).Get<AssetPage>($"assets/{asset}")).Id);
        Assert.Equal(404, (await Office.NotGot($"assets/{asset}")).Status);
    }

    [Fact]
    public async Task A_customer_sees_their_own_and_nothing_else()
    {
        var (mine, theirs) = (await house.Account(branch), await house.Account(branch, "Other"));
        var (site, elsewhere) = (await house.Site(branch, mine), await house.Site(branch, theirs));

        Assert.Equal(site, (await house.Customer(mine).Get<SitePage>($"sites/{site}")).Id);
        Assert.Equal(404, (await house.Customer(mine).NotGot($"sites/{elsewhere}")).Status);
        Assert.Equal(site, Assert.Single((await house.Customer(mine).Get<Page<SiteLine>>("sites")).Items).Id);
    }
}

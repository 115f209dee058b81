using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

public sealed class FindDuplicatesTests : CustomersHouse
{
    [Fact]
    public async Task A_pair_is_shown_with_its_reasons_until_somebody_settles_it()
    {
        var first = await house.Account(branch, "Savanna Fresh Ltd");
        house.Time.Advance(TimeSpan.FromSeconds(1));
        var second = await house.Account(branch, "Savana Fresh Ltd");
        await house.Account(branch, "Lakeside Motors", address: new("Oginga Road 7", "Kisumu"));
        await house.Contact(branch, first, "Wanjiru", "0712345678");
        await house.Contact(branch, second, "W. Kamau", "0712345678");

        var pair = Assert.Single((await Office.Get<Page<DuplicateLine>>("accounts/duplicates")).Items);
        Assert.Equal((second, first), (pair.First, pair.Second));
        Assert.Equal([LikenessReason.Address, LikenessReason.Phone, LikenessReason.Name], pair.Reasons);
        Assert.Single((await Office.Get<Page<DuplicateLine>>($"accounts/duplicates?account={first}")).Items);

        await Office.Post(new TellAccountsApart(first, second));
        Assert.Empty((await Office.Get<Page<DuplicateLine>>("accounts/duplicates")).Items);
    }

    [Fact]
    public async Task A_merged_account_is_no_duplicate_any_more()
    {
        var (first, second) = (await house.Account(branch, "Savanna Fresh Ltd"), await house.Account(branch, "Savanna Fresh Ltd"));
        await Office.Post(new MergeAccounts(first, second));

        Assert.Empty((await Office.Get<Page<DuplicateLine>>("accounts/duplicates")).Items);
    }
}

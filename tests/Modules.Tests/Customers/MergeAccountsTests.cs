using Callout.Customers;

namespace Callout.Modules.Tests.Customers;

public sealed class MergeAccountsTests : CustomersHouse
{
    [Fact]
    public async Task A_merged_customer_is_shown_with_the_one_that_was_kept()
    {
        var (kept, merged) = await Twins();

        await Office.Post(new MergeAccounts(kept, merged));

        var page = await Office.Get<AccountPage>($"accounts/{merged}");
        Assert.Equal((kept, 2, merged), (page.Id, page.Sites.Count, Assert.Single(page.Merged).Id));
        Assert.Equal(kept, Assert.Single((await Office.Get<Page<AccountLine>>("accounts?q=westlands")).Items).Id);
        Assert.Equal("account.merged", (await Office.Refused(new ChangeAccount(merged, new(AccountKind.Company, "X", branch)))).Code);
    }

    [Fact]
    public async Task Undoing_it_restores_both_with_later_edits_kept()
    {
        var (kept, merged) = await Twins();
        await Office.Post(new MergeAccounts(kept, merged));
        var together = await Office.Get<AccountPage>($"accounts/{kept}");
        var westlands = together.Sites.Single(s => s.Name == "Westlands").Id;
        await Office.Post(new ChangeAccount(kept, together.Details with { Name = "Savanna Fresh Limited" }));
        await Office.Post(new ChangeSite(westlands, (await Office.Get<SitePage>($"sites/{westlands}")).Details with { AccessNotes = "New gate" }));
        var added = await house.Site(branch, kept, "Added later");

        await Office.Post(new UnmergeAccount(merged));

        var (first, second) = (await Office.Get<AccountPage>($"accounts/{kept}"), await Office.Get<AccountPage>($"accounts/{merged}"));
        Assert.Equal(("Savanna Fresh Limited", "Savana Fresh"), (first.Details.Name, second.Details.Name));
        Assert.Equal(["Added later", "Karen"], first.Sites.Select(s => s.Name).Order());
        Assert.Equal((westlands, "P-2"), (Assert.Single(second.Sites).Id, second.Details.RegistrationNumber));
        Assert.Equal("New gate", (await Office.Get<SitePage>($"sites/{westlands}")).Details.AccessNotes);
        Assert.Equal((kept, merged), (Assert.Single((await Office.Get<Page<AccountLine>>("accounts?q=added")).Items).Id, Assert.Single((await Office.Get<Page<AccountLine>>("accounts?q=westlands")).Items).Id));
    }

    [Fact]
    public async Task Merges_in_a_chain_are_undone_one_by_one()
    {
        var (second, third) = await Twins();
        var first = await house.Account(branch, "Root");
        await Office.Post(new MergeAccounts(second, third));
        await Office.Post(new MergeAccounts(first, second));
        Assert.Equal(first, (await Office.Get<AccountPage>($"accounts/{third}")).Id);

        await Office.Post(new UnmergeAccount(second));
        Assert.Equal((second, second), ((await Office.Get<AccountPage>($"accounts/{third}")).Id, (await Office.Get<AccountPage>($"accounts/{second}")).Id));

        await Office.Post(new MergeAccounts(first, second));
        await Office.Post(new UnmergeAccount(third));
        Assert.Equal((third, first), ((await Office.Get<AccountPage>($"accounts/{third}")).Id, (await Office.Get<AccountPage>($"accounts/{second}")).Id));
    }

    [Fact]
    public async Task What_cannot_be_merged_is_refused()
    {
        var (kept, merged) = await Twins();
        Assert.Equal("account.same", (await Office.Refused(new MergeAccounts(kept, kept))).Code);
        Assert.Equal("account.not-merged", (await Office.Refused(new UnmergeAccount(merged))).Code);
        await Office.Post(new MergeAccounts(kept, merged));
        Assert.Equal("account.merged", (await Office.Refused(new MergeAccounts(merged, kept))).Code);
        Assert.Equal(404, (await Office.Refused(new MergeAccounts(kept, house.New<AccountId>()))).Status);
    }

    private async Task<(AccountId, AccountId)> Twins()
    {
        var (kept, merged) = (await house.Account(branch, "Savanna Fresh"), await house.Account(branch, "Savana Fresh", number: "P-2"));
        await house.Site(branch, kept, "Karen");
        await house.Site(branch, merged, "Westlands");
        return (kept, merged);
    }
}

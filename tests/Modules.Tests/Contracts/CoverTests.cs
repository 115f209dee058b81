using Callout.Contracts;
using Callout.Customers;
using Callout.Modules.Tests.Customers;

namespace Callout.Modules.Tests.Contracts;

public sealed class CoverTests : IAsyncLifetime
{
    // The warranty of the given compressor ends today, 23 November 2026, and does not pay for travel.
    private static readonly LocalDate Today = new(2026, 11, 23);

    private TestHouse house = null!;
    private BranchId branch;
    private AccountId account;
    private SiteId site;
    private AssetId compressor;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        branch = house.New<BranchId>();
        account = await house.Account(branch);
        site = await house.Site(branch, account);
        compressor = await house.Asset(branch, site);
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task A_warranty_pays_until_its_last_day()
    {
        var today = await CoverOn(Today, compressor);
        Assert.Equal((true, true, false, true), (today.Labour.Covered, today.Parts.Covered, today.Travel.Covered, today.Billable));
        Assert.Equal("Under warranty until 2026-11-23.", today.Labour.Reason);
        Assert.Equal("The warranty does not include travel. There is no contract for it on that day.", today.Travel.Reason);

        var tomorrow = await CoverOn(Today.PlusDays(1), compressor);
        Assert.Equal((false, "The warranty ended on 2026-11-23. There is no contract for it on that day."), (tomorrow.Labour.Covered, tomorrow.Labour.Reason));
    }

    [Fact]
    public async Task A_contract_pays_what_it_includes_once_it_is_signed()
    {
        var contract = await Drafted(Terms with { Parts = true });
        Assert.False((await CoverOn(Today)).Labour.Covered);

        await Manager.Post(new ActivateContract(contract));

        var cover = await CoverOn(Today);
        Assert.Equal((true, true, false), (cover.Labour.Covered, cover.Parts.Covered, cover.Travel.Covered));
        Assert.Equal(("Contract 1 (Care) includes labour.", "Contract 1 (Care) does not include travel.", contract), (cover.Labour.Reason, cover.Travel.Reason, cover.Contract));
    }

    [Fact]
    public async Task A_suspended_contract_pays_nothing_until_it_is_resumed()
    {
        var contract = await Active(Terms);
        await Manager.Post(new SuspendContract(contract, "Two invoices are overdue."));
        Assert.Equal("Contract 1 (Care) is suspended.", (await CoverOn(Today)).Labour.Reason);

        await Manager.Post(new ResumeContract(contract));
        Assert.True((await CoverOn(Today)).Labour.Covered);

        await Manager.Post(new TerminateContract(contract, "The shop has closed."));
        Assert.Equal("Contract 1 (Care) has been terminated.", (await CoverOn(Today)).Labour.Reason);
        Assert.Equal("contract.state", (await Manager.Refused(new ResumeContract(contract))).Code);
    }

    [Fact]
    public async Task What_is_used_up_is_billed_and_a_visit_is_counted_once()
    {
        var contract = await Active(Terms with { Entitlements = [new(EntitlementKind.Visits, 1)] });
        var use = new UseEntitlement(contract, EntitlementKind.Visits, 1000, Guid.NewGuid());
        Assert.True((await CoverOn(Today)).Labour.Covered);

        await house.Admin.Post(use);
        await house.Admin.Post(use);

        Assert.Equal("Contract 1 (Care): all 1 of the visits it includes are used.", (await CoverOn(Today)).Labour.Reason);
        Assert.Equal(0, (await Manager.Get<ContractPage>($"contracts/{contract}")).Entitlements.Single().LeftThousandths);
        Assert.Single((await house.Ledger()).Where(e => e == "contract.entitlement-used"));
    }

    [Fact]
    public async Task A_contract_for_one_asset_is_meant_more_closely_than_one_for_all_and_covers_no_other()
    {
        var all = await Active(Terms);
        var one = await Active(Terms with { Name = "Compressor", Assets = [compressor] });

        Assert.Equal(one, (await CoverOn(Today.PlusDays(1), compressor)).Contract);
        Assert.Equal(all, (await CoverOn(Today.PlusDays(1))).Contract);
    }

    [Fact]
    public async Task It_ends_after_its_last_day_unless_it_was_renewed()
    {
        var ending = await Active(Terms with { Until = Today });
        var renewed = await Active(Terms with { Until = Today });
        var renewal = house.New<ContractId>();
        await Manager.Post(new RenewContract(renewed, renewal, Today.PlusYears(1)));

        house.Time.Advance(TimeSpan.FromHours(24));
        await house.Settled();

        Assert.Equal(ContractState.Expired, (await Manager.Get<ContractPage>($"contracts/{ending}")).State);
        Assert.Equal(ContractState.Renewed, (await Manager.Get<ContractPage>($"contracts/{renewed}")).State);
        var next = await Manager.Get<ContractPage>($"contracts/{renewal}");
        Assert.Equal((ContractState.Active, Today.PlusDays(1)), (next.State, next.Terms.From));
        Assert.Equal(renewal, (await CoverOn(Today.PlusDays(1))).Contract);
    }

    [Fact]
    public async Task What_is_signed_is_not_changed_and_anothers_place_is_not_covered()
    {
        var contract = await Active(Terms);
        Assert.Equal("contract.state", (await Manager.Refused(new ChangeContract(contract, Terms with { Travel = true }))).Code);

        var other = await house.Account(branch, "Other Ltd");
        var theirs = new DraftContract(house.New<ContractId>(), branch, other, Terms with { Sites = [site] });
        Assert.Equal("contract.not-theirs", (await Manager.Refused(theirs)).Code);
    }

    [Fact]
    public async Task Another_branch_does_not_see_it()
    {
        var contract = await Active(Terms);
        Assert.Equal(404, (await house.Dispatcher(house.New<BranchId>()).NotGot($"contracts/{contract}")).Status);
        Assert.Equal([contract], (await house.Dispatcher(branch).Get<Page<ContractLine>>($"contracts?account={account}&endingBy=2026-12-31")).Items.Select(c => c.Id));
    }

    private static ContractTerms Terms => new("Care", new(2026, 1, 1), new(2026, 12, 31), DateTimeZoneProviders.Tzdb["Africa/Nairobi"]);

    private Caller Manager => house.As(new Principal("person:manager", [Role.BranchManager], new Sight(Branches: [branch])));

    private Task<CoverDecision> CoverOn(LocalDate day, AssetId? asset = null) =>
        Manager.Get<CoverDecision>($"cover?account={account}&on={day:uuuu-MM-dd}&site={site}{(asset is null ? "" : $"&asset={asset}")}");

    private async Task<ContractId> Drafted(ContractTerms terms)
    {
        var contract = house.New<ContractId>();
        await Manager.Post(new DraftContract(contract, branch, account, terms));
        return contract;
    }

    private async Task<ContractId> Active(ContractTerms terms)
    {
        var contract = await Drafted(terms);
        await Manager.Post(new ActivateContract(contract));
        return contract;
    }
}

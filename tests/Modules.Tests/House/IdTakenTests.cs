using Callout.Customers;
using Callout.Modules.Tests.Customers;
using Callout.WorkOrders;

namespace Callout.Modules.Tests;

/// <summary>Whoever adds something names it: what has that name already is not touched, and the caller is told.</summary>
public sealed class IdTakenTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private BranchId branch;

    public async Task InitializeAsync() => (house, branch) = (await TestHouse.Start(), new BranchId(Guid.CreateVersion7()));

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Adding_under_an_id_that_exists_is_refused()
    {
        var account = await house.Account(branch);
        var request = await house.Request(branch, account);

        Assert.Equal((422, "id.taken"), await Refused(new AddAccount(account, new(AccountKind.Company, "Other Ltd", branch, BillingAddress: Address.None))));
        Assert.Equal((422, "id.taken"), await Refused(new ReceiveRequest(request, branch, Channel.Phone, "Another thing")));
        Assert.Equal("Savanna Fresh Ltd", (await house.Dispatcher(branch).Get<AccountPage>($"accounts/{account}")).Details.Name);
    }

    [Fact]
    public async Task So_it_is_when_the_same_command_has_loaded_it()
    {
        var account = await house.Account(branch);
        var line = new AddAccount(house.New<AccountId>(), new(AccountKind.Company, "Twice Ltd", branch, BillingAddress: Address.None));

        Assert.Equal((422, "id.taken"), await Refused(new RunTogether([Line("accounts/add", line), Line("accounts/add", line)])));
        Assert.Equal((422, "id.taken"), await Refused(new RunTogether([Line("accounts/add", line), Line("accounts/add", line with { Account = account })])));
    }

    private async Task<(int, string)> Refused(object command) => await house.Dispatcher(branch).Refused(command) is var problem ? (problem.Status, problem.Code) : default;

    private static TogetherLine Line(string type, object body) => new(type, System.Text.Json.JsonSerializer.SerializeToElement(body, Wire.Json));
}

namespace Callout.Modules.Tests.Customers;

/// <summary>A house with two branches, for tests that want no more.</summary>
public abstract class CustomersHouse : IAsyncLifetime
{
    private protected TestHouse house = null!;
    private protected BranchId branch, other;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start();
        (branch, other) = (house.New<BranchId>(), house.New<BranchId>());
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    private protected Caller Office => house.Dispatcher(branch);
}

using Xunit.Abstractions;

namespace Callout.Faults.Tests;

/// <summary>kill -9 under load; on PostgreSQL two servers share the database.</summary>
[Collection("one at a time")]
public sealed class CrashTests(ITestOutputHelper output) : IAsyncLifetime
{
    private TestHouse house = null!;

    private string Data => Path.Combine(house.Folder, "crash");

    // The house only lends its empty database.
    public async Task InitializeAsync() => house = await TestHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task Fifteen_kills_under_load_lose_nothing_and_do_nothing_twice() =>
        Assert.Empty(await Run(broken: false).Cycles(15, output.WriteLine));

    [Fact]
    public async Task A_server_that_answers_before_it_commits_is_caught() =>
        Assert.Contains(await Run(broken: true).Cycles(40, output.WriteLine), fault => fault.EndsWith("acknowledged commands lost", StringComparison.Ordinal));

    private CrashRun Run(bool broken) => new(Data, house.Postgres, house.Postgres is null ? 1 : 2, broken, "Callout.Faults.Tests");
}

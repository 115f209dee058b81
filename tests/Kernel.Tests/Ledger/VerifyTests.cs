using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Callout.Kernel.Tests;

public sealed class VerifyTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(new BellModule());
        foreach (var times in Enumerable.Range(1, 10)) await house.Admin.Post(new Ring(Guid.NewGuid(), times));
        await house.Settled();
    }

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task An_untouched_ledger_holds()
    {
        foreach (var length in (int[])[4000, 20, 10, 7, 1])
        {
            var verdict = await Verify(length);
            Assert.Equal((20, null), (verdict.Events, verdict.Fault));
        }
    }

    [Theory]
    [InlineData("UPDATE ledger SET body = replace(body, '\"times\":', '\"times\":1') WHERE pos = 7", 6, "the body of event 7 was changed")]
    [InlineData("UPDATE ledger SET actor = 'person:someone-else' WHERE pos = 7", 6, "event 7 does not follow")]
    [InlineData("UPDATE ledger SET hash = salt WHERE pos = 7", 6, "event 7 does not follow")]
    [InlineData("DELETE FROM ledger WHERE pos = 7", 6, "position 7 is missing")]
    [InlineData("UPDATE ledger SET pos = pos + 100 WHERE pos = 7", 6, "position 7 is missing")]
    public async Task The_first_broken_event_is_named(string tampering, long holds, string fault)
    {
        await Tamper(tampering);

        // On one page, inside one, and at the seam of two.
        foreach (var length in (int[])[4000, 5, 7, 6, 1])
        {
            var verdict = await Verify(length);
            Assert.Equal(holds, verdict.Events);
            Assert.Contains(fault, verdict.Fault);
        }
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_the_ledger()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run("UPDATE ledger SET actor = 'x' WHERE pos = 7"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run("DELETE FROM ledger WHERE pos = 7"));
    }

    private Task<Verdict> Verify(int length) => house.Services.GetRequiredService<Verifier>().Run(CancellationToken.None, length);

    /// <summary>Somebody with the database's own keys, who first takes its guards away.</summary>
    private Task Tamper(string sql) => Run(house.Postgres is null
        ? $"DROP TRIGGER ledger_is_never_changed; DROP TRIGGER ledger_is_never_shortened; {sql}"
        : $"ALTER TABLE ledger DISABLE TRIGGER USER; ALTER TABLE ledger_0 DISABLE TRIGGER USER; {sql}");

    private async Task Run(string sql)
    {
        await using System.Data.Common.DbConnection connection = house.Postgres is { } postgres
            ? new NpgsqlConnection(postgres)
            : new SqliteConnection($"Data Source={Path.Combine(house.Folder, "callout.db")};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}

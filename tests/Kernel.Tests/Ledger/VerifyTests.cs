using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Callout.Kernel.Tests;

public sealed class VerifyTests(ITestOutputHelper output) : IAsyncLifetime
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
        var verdict = await Verify();
        Assert.Equal((20, null), (verdict.Events, verdict.Fault));
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

        var verdict = await Verify();

        Assert.Equal(holds, verdict.Events);
        Assert.Contains(fault, verdict.Fault);
    }

    [Fact]
    public async Task The_database_itself_refuses_to_change_the_ledger()
    {
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run("UPDATE ledger SET actor = 'x' WHERE pos = 7"));
        await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => Run("DELETE FROM ledger WHERE pos = 7"));
    }

    [Fact]
    public void The_chain_is_checked_at_a_hundred_thousand_events_a_second()
    {
        // The best of ten, because other tests share the machine.
        var best = Enumerable.Range(0, 10).Max(_ => EventsPerSecond(10_000));

        output.WriteLine($"{best:0} events/s");
        Assert.True(best >= 100_000, $"{best:0} events/s");
    }

    private double EventsPerSecond(int count)
    {
        var (chain, check, at) = (new Chain(0, Chain.Root), new Chain(0, Chain.Root), house.Now);
        var entries = Enumerable.Range(1, count).Select(i => Entry(i, at)).ToList();
        foreach (var entry in entries) chain.Add(entry);
        var watch = Stopwatch.StartNew();
        foreach (var entry in entries) Assert.Null(check.Check(entry));
        return count / watch.Elapsed.TotalSeconds;
    }

    private static LedgerEntry Entry(int i, Instant at)
    {
        var (body, salt) = ($$"""{"bell":"0199f3a0-0000-7000-8000-{{i:000000000000}}","times":{{i}}}""", new byte[16]);
        return new LedgerEntry
        {
            CommandId = Guid.NewGuid(), Name = "bell.rung", Version = 1, SubjectType = "bell", SubjectId = Guid.NewGuid(), Actor = "person:0199f3a0-0000-7000-8000-000000000001",
            At = at, OccurredAt = at, Body = body, Salt = salt, BodyHash = Chain.BodyHash(salt, body),
        };
    }

    private Task<Verdict> Verify() => house.Services.GetRequiredService<Verifier>().Run(CancellationToken.None);

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

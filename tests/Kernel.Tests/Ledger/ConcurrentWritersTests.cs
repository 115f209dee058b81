using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xunit.Abstractions;

namespace Callout.Kernel.Tests;

/// <summary>24 writers on two nodes, of whom one in ten rolls back and many pause before they commit.</summary>
public sealed class ConcurrentWritersTests(ITestOutputHelper output) : IAsyncLifetime
{
    private const int Writers = 24, Each = 60;

    private readonly BellModule bells = new();
    private TestHouse house = null!, neighbour = null!;

    public async Task InitializeAsync()
    {
        house = await TestHouse.Start(bells);
        neighbour = house.Postgres is null ? house : await house.Neighbour();
        bells.Before = () => Task.Delay(Random.Shared.Next(4) == 0 ? Random.Shared.Next(20) : 0);
    }

    public async Task DisposeAsync()
    {
        if (neighbour != house) await neighbour.DisposeAsync();
        await house.DisposeAsync();
    }

    [Fact]
    public async Task No_reader_misses_an_event_and_the_positions_are_dense()
    {
        using var stop = new CancellationTokenSource();
        var naive = house.Postgres is null ? Task.FromResult(new HashSet<Guid>()) : NaiveReader(stop.Token);
        var mine = Reader(stop.Token);
        var committed = new ConcurrentBag<Guid>();

        await Task.WhenAll(Enumerable.Range(0, Writers).Select(n => Write(n % 2 == 0 ? house : neighbour, committed)));
        await house.Settled();
        var entries = await house.Entries();
        stop.CancelAfter(500);

        var rung = entries.Where(e => e.Name == "bell.rung").Select(e => e.CommandId).ToHashSet();
        Assert.Equal(committed.Order(), rung.Order());
        Assert.Equal(Enumerable.Range(1, entries.Count).Select(i => (long)i), entries.Select(e => e.Pos));
        Assert.Equal(entries.Count, (await mine).Count);
        Assert.Equal(rung.Count, entries.Count(e => e.Name == "bell.echoed"));
        Assert.Null((await house.Services.GetRequiredService<Verifier>().Run(CancellationToken.None)).Fault);
        await ControlMissed(naive, rung);
    }

    [Fact]
    public async Task A_command_sent_to_both_nodes_at_once_happens_once()
    {
        var ids = Enumerable.Range(0, 20).Select(_ => Guid.CreateVersion7()).ToList();

        var answers = await Task.WhenAll(ids.SelectMany(id => new[] { house, neighbour }.Select(node => node.Admin.Post(new Ring(id, 1), id))));

        Assert.Equal(40, answers.Length);
        Assert.Equal(20, (await house.Ledger()).Count(name => name == "bell.rung"));
    }

    [Fact]
    public async Task Commands_that_want_the_same_rows_in_another_order_all_come_through()
    {
        await LooksForKnotsSoon();
        Guid[] ring = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];
        foreach (var bell in ring) await house.Admin.Post(new Ring(bell, 1), bell);
        bells.Before = () => Task.Delay(10);

        var answers = await Task.WhenAll(Enumerable.Range(0, Writers * 2).Select(n => (n % 2 == 0 ? house : neighbour).Admin.Send(new Peal([.. ring.OrderBy(_ => Random.Shared.Next())]))));

        Assert.All(answers, a => Assert.Equal(System.Net.HttpStatusCode.OK, a.StatusCode));
        Assert.Equal(ring.Length + answers.Length, (await house.Ledger()).Count(name => name == "bell.rung"));
    }

    /// <summary>PostgreSQL looks for transactions that wait for each other after a second; there are many here.</summary>
    private async Task LooksForKnotsSoon()
    {
        if (house.Postgres is null) return;
        await using var connection = new NpgsqlConnection(house.Postgres);
        await connection.OpenAsync();
        await Run(connection, $"ALTER DATABASE \"{connection.Database}\" SET deadlock_timeout = '20ms'");
        foreach (var node in new[] { house, neighbour }) await node.Restart();
    }

    /// <summary>The test is worth something only if the usual way, a cursor on a sequence, fails it.</summary>
    private async Task ControlMissed(Task<HashSet<Guid>> naive, HashSet<Guid> rung)
    {
        if (house.Postgres is null) return;
        var missed = rung.Except(await naive).Count();
        output.WriteLine($"A cursor on the sequence missed {missed} of {rung.Count} events.");
        Assert.True(missed > 0, "The control missed nothing: this test proves nothing.");
    }

    private static async Task Write(TestHouse node, ConcurrentBag<Guid> committed)
    {
        for (var i = 0; i < Each; i++)
        {
            var id = Guid.CreateVersion7();
            using var answer = await node.Admin.Send(new Ring(Guid.NewGuid(), i % 10 == 9 ? 0 : 1), id);
            if (answer.IsSuccessStatusCode) committed.Add(id);
        }
    }

    /// <summary>Any reader of ours: by position, each once.</summary>
    private async Task<List<long>> Reader(CancellationToken stop)
    {
        List<long> seen = [0];
        while (!stop.IsCancellationRequested)
        {
            await using var db = await house.Db();
            var last = seen[^1];
            seen.AddRange(await db.Set<LedgerEntry>().Where(e => e.Pos > last).OrderBy(e => e.Pos).Select(e => e.Pos).ToListAsync());
            await Task.Delay(5, CancellationToken.None);
        }

        return seen[1..];
    }

    /// <summary>As most would do it: remember the highest sequence number and ask for what is beyond it. Keeps its own copy of the inbox.</summary>
    private async Task<HashSet<Guid>> NaiveReader(CancellationToken stop)
    {
        await using var connection = new NpgsqlConnection(house.Postgres);
        await connection.OpenAsync(CancellationToken.None);
        await Run(connection, "CREATE TABLE naive (seq bigint, command_id uuid)");
        await Run(connection, "CREATE FUNCTION naive_copy() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO naive VALUES (NEW.seq, NEW.command_id); RETURN NEW; END $$");
        await Run(connection, "CREATE TRIGGER naive_copy AFTER INSERT ON ledger_inbox FOR EACH ROW EXECUTE FUNCTION naive_copy()");
        HashSet<Guid> seen = [];
        for (var last = 0L; !stop.IsCancellationRequested;)
        {
            await Task.Delay(2, CancellationToken.None);
            await using var command = new NpgsqlCommand("SELECT seq, command_id FROM naive WHERE seq > $1 ORDER BY seq", connection) { Parameters = { new() { Value = last } } };
            await using var reader = await command.ExecuteReaderAsync(CancellationToken.None);
            while (await reader.ReadAsync(CancellationToken.None))
            {
                last = reader.GetInt64(0);
                seen.Add(reader.GetGuid(1));
            }
        }

        return seen;
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

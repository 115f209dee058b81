using System.Text.Json;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Callout.Postgres;

/// <summary>Nodes tell each other that something moved. A nudge that is lost costs a second, never an event.</summary>
internal sealed class Neighbours(NpgsqlDataSource source, Nudge nudge, ILogger<Neighbours> log) : BackgroundService
{
    private const int PayloadAtMost = 7000;

    private readonly string node = Guid.NewGuid().ToString("N");

    public override Task StartAsync(CancellationToken ct)
    {
        nudge.FeedMovedHere += Tell;
        nudge.HandMovedHere += Tell;
        return base.StartAsync(ct);
    }

    public override Task StopAsync(CancellationToken ct)
    {
        nudge.FeedMovedHere -= Tell;
        nudge.HandMovedHere -= Tell;
        return base.StopAsync(ct);
    }

    protected override async Task ExecuteAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                await Listen(ct);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
            }
            catch (Exception error)
            {
                log.LogWarning(error, "Not listening to the other nodes; trying again");
                await Task.Delay(1000, ct).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }

    private async Task Listen(CancellationToken ct)
    {
        await using var connection = await source.OpenConnectionAsync(ct);
        connection.Notification += (_, notification) => Heard(notification.Payload);
        await using (var command = new NpgsqlCommand("LISTEN callout", connection)) await command.ExecuteNonQueryAsync(ct);
        while (true) await connection.WaitAsync(ct);
    }

    // "ledger 812345", "feed 812345 NODE AUDIENCE AUDIENCE…", or "held NODE {…}"
    private void Heard(string payload)
    {
        var words = payload.Split(' ');
        if (words[0] == "held")
        {
            if (words[1] != node) nudge.HoldHeard(JsonSerializer.Deserialize<Holding>(payload.Split(' ', 3)[2], Wire.Json)!);
        }
        else if (words[0] == "ledger") nudge.LedgerMoved(long.Parse(words[1]));
        else if (words[2] != node) nudge.FeedHeard(long.Parse(words[1]), words[3..]);
    }

    private void Tell(long pos, IReadOnlyCollection<string> audiences) => Tell(Payloads(pos, audiences));

    private void Tell(Holding holding) => Tell([$"held {node} {JsonSerializer.Serialize(holding, Wire.Json)}"]);

    private async void Tell(IEnumerable<string> payloads)
    {
        try
        {
            foreach (var payload in payloads)
            {
                await using var command = source.CreateCommand("SELECT pg_notify('callout', $1)");
                command.Parameters.Add(new() { Value = payload });
                await command.ExecuteNonQueryAsync();
            }
        }
        catch (Exception error)
        {
            log.LogWarning(error, "The other nodes could not be told");
        }
    }

    private IEnumerable<string> Payloads(long pos, IReadOnlyCollection<string> audiences) =>
        audiences.Chunk(PayloadAtMost / 64).Select(some => $"feed {pos} {node} {string.Join(' ', some)}");
}

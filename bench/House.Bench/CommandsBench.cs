using System.Diagnostics;
using System.Net.Http.Json;
using Callout.WorkOrders;
using Microsoft.Data.Sqlite;

namespace Callout.House.Bench;

/// <summary>Commands with all their duties, 32 clients over HTTP, acknowledged when on the disk; beside bare inserts in groups of 32.</summary>
internal static class CommandsBench
{
    private static readonly BranchId[] Branches = [.. Enumerable.Range(0, 3).Select(_ => new BranchId(Guid.CreateVersion7()))];

    public static async Task Run(Options options, Report report)
    {
        using var server = await options.Start();
        var clients = new Clients(server.Url, await server.Key, 32);
        await clients.Send(options.Warm, Receive);
        var cpu = Cpu(server);
        var runs = new List<(double PerSecond, double P50, double P99)>();
        for (var run = 0; run < options.Runs; run++) runs.Add(await clients.Send(options.Count, Receive));
        var median = runs.Order().ElementAt(runs.Count / 2);
        report.Add("commands/s (median of the runs)", median.PerSecond);
        report.Add("p50 ms", median.P50);
        report.Add("p99 ms", median.P99);
        report.Add("CPU us a command, server", (Cpu(server) - cpu) / (options.Count * options.Runs));
        if (options.Postgres is not null) return;
        var bare = BareInserts(Path.Combine(options.Folder, "bare.db"), options.Count);
        report.Add("bare inserts/s in groups of 32", bare);
        report.Add("commands as a share of bare inserts, %", 100 * median.PerSecond / bare);
    }

    public static HttpRequestMessage Receive()
    {
        var command = new ReceiveRequest(new(Guid.CreateVersion7()), Branches[Random.Shared.Next(3)], Channel.Phone, "Cold room at 9 degrees, compressor clicks");
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests/receive") { Content = JsonContent.Create(command, options: Wire.Json) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return request;
    }

    private static double Cpu(ServerProcess server) => Process.GetProcessById(server.Id).TotalProcessorTime.TotalMicroseconds;

    private static double BareInserts(string path, int count)
    {
        using var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Run(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; CREATE TABLE bare (id blob PRIMARY KEY, body text)");
        var watch = Stopwatch.StartNew();
        for (var group = 0; group < count / 32; group++)
        {
            Run(connection, "BEGIN IMMEDIATE");
            for (var i = 0; i < 32; i++) Run(connection, $"INSERT INTO bare VALUES (randomblob(16), '{new string('x', 200)}')");
            Run(connection, "COMMIT");
        }

        return count / watch.Elapsed.TotalSeconds;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}

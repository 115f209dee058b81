using System.Diagnostics;
using System.Net.Http.Json;
using Callout.WorkOrders;
using Xunit.Abstractions;

namespace Callout.Faults.Tests;

/// <summary>A disk that is full, or whose flush fails, for a few seconds under load: made by strace in the server's own system calls.</summary>
[Collection("one at a time")]
public sealed class DiskFaultTests(ITestOutputHelper output)
{
    private readonly string data = Path.Combine(Path.GetTempPath(), $"callout-fault-{Guid.NewGuid():N}");

    public static TheoryData<string, int> Faults => new()
    {
        { "fdatasync,fsync:error=EIO", 503 },
        { "pwrite64:error=ENOSPC", 507 },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task Nothing_is_acknowledged_that_is_not_on_the_disk_and_reading_goes_on(string fault, int answer)
    {
        if (NotHere) return;
        var seen = await Run(fault, broken: false);

        Assert.Equal(0, seen.AcknowledgedDuring);
        Assert.Contains(answer, seen.Answers);
        Assert.True(seen.ReadsWork, "Reading stopped with the disk.");
        Assert.True(seen.Unready, "The server still called itself ready.");
        Assert.True(seen.RecoveredWithin < TimeSpan.FromSeconds(10), $"Recovered after {seen.RecoveredWithin}.");
        Assert.Empty(seen.FaultsAfterKill);
    }

    [Fact]
    public async Task A_server_that_swallows_the_failure_is_caught()
    {
        if (NotHere) return;
        Assert.True((await Run("fdatasync,fsync:error=EIO", broken: true)).AcknowledgedDuring > 0);
    }

    // These concern the embedded database; PostgreSQL answers for its own disk.
    private static bool NotHere => Environment.GetEnvironmentVariable("CALLOUT_TEST_POSTGRES") is { Length: > 0 };

    private async Task<Seen> Run(string fault, bool broken)
    {
        Directory.CreateDirectory(data);
        using var server = await Start(broken);
        using var stop = new CancellationTokenSource();
        using var load = new Load([server.Url], await server.Key, Journal);
        var running = load.Run(stop.Token);
        await Until(() => Acknowledged > 50);
        var seen = await Watch(server, fault);
        await stop.CancelAsync();
        await running;
        server.Kill();
        using var again = await Start(broken);
        await load.SendAgainTo(again.Url);
        seen = seen with { FaultsAfterKill = await Settle() };
        again.Kill();
        Directory.Delete(data, recursive: true);
        output.WriteLine($"{fault}{(broken ? " (broken)" : "")}: {seen}");
        return seen;
    }

    private async Task<Seen> Watch(ServerProcess server, string fault)
    {
        using var http = new HttpClient { BaseAddress = server.Url };
        http.DefaultRequestHeaders.Authorization = new("Bearer", await server.Key);
        var strace = Strace(server.Id, fault);
        await Task.Delay(1500);
        var before = Acknowledged;
        var (answers, unready, reads) = (new HashSet<int>(), false, true);
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(3); await Task.Delay(100))
        {
            reads &= (await http.GetAsync("/api/requests?limit=5")).IsSuccessStatusCode;
            unready |= (int)(await http.GetAsync("/api/ready")).StatusCode == 503;
            answers.Add(await Write(http));
        }

        var during = Acknowledged - before;
        Process.Start("kill", ["-INT", $"{strace.Id}"]).WaitForExit();
        await strace.WaitForExitAsync();
        var recovery = Stopwatch.StartNew();
        await Until(() => Acknowledged > before + during + 20);
        return new Seen(during, [.. answers], reads, unready, recovery.Elapsed, []);
    }

    private static async Task<int> Write(HttpClient http)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/requests/receive")
        {
            Content = JsonContent.Create(new ReceiveRequest(new(Guid.CreateVersion7()), new(Guid.Empty), Channel.Phone, "Disk"), options: Wire.Json),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return (int)(await http.SendAsync(request)).StatusCode;
    }

    private static Process Strace(int server, string fault) =>
        Process.Start(new ProcessStartInfo("strace", ["-f", "-qq", "-o", "/dev/null", "-p", $"{server}", "-e", $"trace={fault.Split(':')[0]}", "-e", $"inject={fault}"]) { RedirectStandardError = true })!;

    private Task<ServerProcess> Start(bool broken) =>
        ServerProcess.Start("dotnet", [.. ServerProcess.Beside("Callout.Crash.dll", "Callout.Faults.Tests"), .. broken ? new[] { "broken" } : []], data, null);

    private string Journal => Path.Combine(data, "acknowledged");

    private int Acknowledged => Load.Acknowledged(Journal).Count;

    private async Task<IReadOnlyList<string>> Settle()
    {
        List<string> faults = [];
        for (var watch = Stopwatch.StartNew(); watch.Elapsed < TimeSpan.FromSeconds(30); await Task.Delay(300))
            if ((faults = await new Books(data, null).Faults(Load.Acknowledged(Journal))).Count == 0) break;
        return faults;
    }

    private static async Task Until(Func<bool> met)
    {
        for (var watch = Stopwatch.StartNew(); !met(); await Task.Delay(50))
            if (watch.Elapsed > TimeSpan.FromSeconds(60)) throw new TimeoutException("It did not come to that within a minute.");
    }

    private sealed record Seen(int AcknowledgedDuring, IReadOnlyList<int> Answers, bool ReadsWork, bool Unready, TimeSpan RecoveredWithin, IReadOnlyList<string> FaultsAfterKill);
}

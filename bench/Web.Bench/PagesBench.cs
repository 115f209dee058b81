using System.Text.Json;

namespace Callout.Web.Bench;

/// <summary>What a phone must fetch before first use, and how long it takes on a poor link with a slow processor.</summary>
internal static class PagesBench
{
    // 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back; the processor four times slower.
    private static readonly Dictionary<string, object> PoorLink = new() { ["offline"] = false, ["latency"] = 150, ["downloadThroughput"] = 1_600_000 / 8, ["uploadThroughput"] = 750_000 / 8 };

    public static async Task Run(Desk desk, Filled filled, Report report)
    {
        await Phone(desk, report);
        using var http = Desk.Client(filled.Server);
        var shared = JsonDocument.Parse(await Desk.Send(http, "tracking/share", new { visit = filled.Visit }, filled.Key)).RootElement;
        var link = shared.EnumerateObject().Select(p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : "").First(v => v.Contains("/t/", StringComparison.Ordinal) || v.Length > 20);
        await Tracking(desk, link.Contains("/t/", StringComparison.Ordinal) ? link[link.IndexOf("/t/", StringComparison.Ordinal)..] : $"/t/{link}", report);
    }

    private static async Task Phone(Desk desk, Report report)
    {
        var page = await desk.Open(width: 390, height: 844);
        await Slow(page);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await page.GotoAsync("/technician", new() { WaitUntil = WaitUntilState.Commit });
        await page.Locator("main, h1, nav").First.WaitForAsync();
        report.Add("phone app, first open at 1.6 Mbit/s and 4x slower", watch.Elapsed.TotalSeconds, "s", 3);
        report.Add("phone app, compressed script before first use", await Kilobytes(page, "js"), "KB", 200);
        report.Add("phone app, all that is fetched before first use", await Kilobytes(page, null), "KB");
        await page.Context.CloseAsync();
    }

    private static async Task Tracking(Desk desk, string path, Report report)
    {
        var page = await desk.Open(signedIn: false, width: 390, height: 844);
        await Slow(page);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await page.Locator("h1").First.WaitForAsync();
        report.Add("tracking page, first open at 1.6 Mbit/s and 4x slower", watch.Elapsed.TotalSeconds, "s", 2);
        await page.WaitForLoadStateAsync(LoadState.Load);
        report.Add("tracking page, compressed script", await Kilobytes(page, "js"), "KB", 15);
        report.Add("tracking page, all of it", await Kilobytes(page, null), "KB", 60);
        await page.Context.CloseAsync();
    }

    private static async Task Slow(IPage page)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Network.enable");
        await session.SendAsync("Network.emulateNetworkConditions", PoorLink);
        await session.SendAsync("Emulation.setCPUThrottlingRate", new() { ["rate"] = 4 });
    }

    private static Task<double> Kilobytes(IPage page, string? kind) => page.EvaluateAsync<double>(
        """
        kind => {
          const all = [...performance.getEntriesByType('resource'), ...performance.getEntriesByType('navigation')]
          const wanted = kind ? all.filter(e => new URL(e.name).pathname.endsWith('.' + kind)) : all
          return wanted.reduce((sum, e) => sum + e.encodedBodySize, 0) / 1000
        }
        """, kind);
}

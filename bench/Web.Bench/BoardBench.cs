using System.Text.Json;

namespace Callout.Web.Bench;

/// <summary>The board with everybody on it: until it can be used, while something is dragged, and how long another's change takes to show.</summary>
internal static class BoardBench
{
    public static async Task Run(Desk desk, Filled filled, Report report)
    {
        var page = await desk.Open();
        await page.AddInitScriptAsync(Watch);
        await page.GotoAsync($"/board?day={filled.Day:uuuu-MM-dd}");
        await page.Locator(".bar").First.WaitForAsync();
        report.Add("board, first open until bars can be pressed", await Usable(page), "s", 2.0);
        await Settled(page);
        await page.ReloadAsync();
        await page.Locator(".bar").First.WaitForAsync();
        report.Add("board, later open until bars can be pressed", await Usable(page), "s", 2.0);
        await Settled(page);
        report.Add("board, people", await page.EvaluateAsync<double>("() => parseInt(document.querySelector('.corner').textContent)"), "");
        report.Add("board, nodes in the page", await page.EvaluateAsync<double>("() => document.querySelectorAll('*').length"), "", 3000);
        await Drag(page, report);
        await Map(page, report);
        await AnothersChange(desk, page, filled, report);
        await page.Context.CloseAsync();
    }

    /// <summary>On a busy machine the bars are there a while before the browser has drawn them.</summary>
    private static async Task<double> Usable(IPage page)
    {
        await page.WaitForFunctionAsync("() => window.usable !== undefined");
        return await page.EvaluateAsync<double>("() => window.usable / 1000");
    }

    private static async Task Settled(IPage page)
    {
        await page.Locator(".pane [role=option]").First.WaitForAsync();
        await page.WaitForFunctionAsync("() => performance.now() - (window.busy ?? 0) > 3000", null, new() { Timeout = 120_000, PollingInterval = 500 });
    }

    private static async Task Drag(IPage page, Report report)
    {
        var bar = page.Locator(".bar[data-open]").Nth(6);
        var box = (await bar.BoundingBoxAsync())!;
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("Performance.enable");
        await page.Mouse.MoveAsync(box.X + box.Width / 2, box.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(box.X + box.Width / 2 + 12, box.Y + 12, new() { Steps = 4 });
        await page.Locator(".drag-ghost:not([data-tone=asking])").WaitForAsync(new() { Timeout = 60_000 });
        await page.EvaluateAsync("() => { window.long = [] }");
        List<double> moves = [];
        for (var i = 0; i < 240; i++)
        {
            var before = await Spent(session);
            await page.Mouse.MoveAsync(box.X + box.Width / 2 + 12 + i % 60 * 4, box.Y + 12 + i % 17 * 8);
            moves.Add(await Spent(session) - before);
        }

        await page.Keyboard.PressAsync("Escape");
        await page.Mouse.UpAsync();
        moves.Sort();
        report.Add("drag, script and layout of a pointer move, p50", moves[moves.Count / 2], "ms");
        report.Add("drag, script and layout of a pointer move, p95", moves[moves.Count * 95 / 100], "ms", 8);
        report.Add("drag, longest task", await page.EvaluateAsync<double>("() => Math.max(0, ...window.long)"), "ms", 50);
    }

    private static async Task<double> Spent(ICDPSession session)
    {
        var answer = (await session.SendAsync("Performance.getMetrics"))!.Value.GetProperty("metrics").EnumerateArray();
        return 1000 * answer.Where(m => m.GetProperty("name").GetString() is "ScriptDuration" or "LayoutDuration" or "RecalcStyleDuration").Sum(m => m.GetProperty("value").GetDouble());
    }

    private static async Task Map(IPage page, Report report)
    {
        report.Add("map, places of the day", await page.EvaluateAsync<double>("() => parseInt((document.querySelector('.map-foot')?.textContent ?? '').split(' of ')[1]?.split(' in ')[0].replace(/[^0-9]/g, ''))"), "");
        var box = (await page.Locator(".map canvas").BoundingBoxAsync())!;
        await page.EvaluateAsync("() => { window.long = [] }");
        await page.Mouse.MoveAsync(box.X + 160, box.Y + 200);
        await page.Mouse.DownAsync();
        for (var i = 0; i < 60; i++) await page.Mouse.MoveAsync(box.X + 160 + i % 30 * 3, box.Y + 200 + i % 20 * 3);
        await page.Mouse.UpAsync();
        report.Add("map, longest task while it is moved", await page.EvaluateAsync<double>("() => Math.max(0, ...window.long)"), "ms", 50);
    }

    private static async Task AnothersChange(Desk desk, IPage page, Filled filled, Report report)
    {
        using var http = Desk.Client(filled.Server);
        var visit = (await page.Locator(".bar[data-open]").First.GetAttributeAsync("data-visit"))!;
        await page.EvaluateAsync(Desk.WhenShown, $"[data-visit=\"{visit}\"][data-tone=dispatched]");
        var before = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await Desk.Send(http, "visits/dispatch", new { visit }, filled.Key);
        report.Add("another's change until it shows", (await page.EvaluateAsync<double>("() => window.shown") - before) / 1000, "s", 1.0);
    }

    private const string Watch = """
        window.long = []
        window.busy = 0
        new PerformanceObserver(list => {
          for (const task of list.getEntries()) { window.long.push(task.duration); window.busy = task.startTime + task.duration }
        }).observe({ entryTypes: ['longtask'] })
        const look = () => {
          if (document.querySelector('.bar')) return requestAnimationFrame(() => setTimeout(() => { window.usable = performance.now() }))
          requestAnimationFrame(look)
        }
        look()
        """;
}

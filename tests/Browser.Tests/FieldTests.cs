using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Callout.Browser.Tests;

/// <summary>What a phone lives through on a day without signal, in the browser itself. As often as <c>./do field --runs</c> says; each once, and three kills, where nothing is said.</summary>
[Collection(nameof(Office))]
public sealed class FieldTests(Office office)
{
    private static readonly int Runs = int.Parse(Environment.GetEnvironmentVariable("FIELD_RUNS") ?? "0", CultureInfo.InvariantCulture);

    private static readonly string? Log = Environment.GetEnvironmentVariable("FIELD_LOG");

    private static readonly string[] Steps = ["accepted", "enRoute", "onSite"];

    private Dictionary<string, Func<Screen, TechnicianDayTests.Planned, Task>> Scenarios => new()
    {
        ["two tabs at once"] = TwoTabs, ["cleared caches"] = ClearedCaches, ["a new version with a full queue"] = NewVersion, ["back and forward"] = BackAndForward, ["a full device"] = FullDevice, ["a version that is too old"] = TooOld,
    };

    [Fact]
    public async Task Nothing_that_was_recorded_on_a_phone_is_lost_or_done_twice_whatever_becomes_of_its_browser()
    {
        var done = Done("scenario");
        for (var run = done; run < Math.Max(Runs, Scenarios.Count); run++)
        {
            var (name, live) = Scenarios.ElementAt(run % Scenarios.Count);
            await using var desk = await office.Enter("/queue");
            var day = await TechnicianDayTests.Plan(desk.Page, $"Otieno Were {run}");
            await using var phone = await office.Open(day.Link);
            await TechnicianDayTests.SignIn(phone.Page);
            await phone.Page.SetViewportSizeAsync(390, 844);
            await Press(phone.Page, "Accept").WaitForAsync();
            await phone.Page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
            await live(phone, day);
            await Arrived(desk.Page, day, name);
            Note($"scenario {run + 1}: {name}");
        }
    }

    private static async Task TwoTabs(Screen phone, TechnicianDayTests.Planned day)
    {
        var (first, context) = (phone.Page, phone.Page.Context);
        var second = await context.NewPageAsync();
        await second.SetViewportSizeAsync(390, 844);
        await second.GotoAsync($"/technician/job/{day.Visit}");
        await Press(second, "Accept").WaitForAsync();
        await context.SetOfflineAsync(true);
        await Press(first, "Accept").ClickAsync();
        await Press(second, "Start travel").ClickAsync();
        await first.GotoAsync($"/technician/job/{day.Visit}");
        await Press(first, "Arrived").ClickAsync();
        await Kept(second, "Arrived");
        await context.SetOfflineAsync(false);
        // Both find the line at once, and only one may send.
        await Task.WhenAll(first.ReloadAsync(), second.ReloadAsync());
    }

    private static async Task ClearedCaches(Screen phone, TechnicianDayTests.Planned day)
    {
        var page = phone.Page;
        await page.Context.SetOfflineAsync(true);
        await Accept(page, day);
        await page.EvaluateAsync("async () => { for (const name of await caches.keys()) await caches.delete(name) }");
        await Travel(page);
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Press(page, "I have read both").WaitForAsync();
        await Assertions.Expect(page.GetByText("Jikoni Bakery").First).ToBeVisibleAsync();
        // What was cleared is taken in again, so that it opens without signal once more.
        await Deeds.Until(page, "async () => (await Promise.all((await caches.keys()).map(async n => (await (await caches.open(n)).keys()).length))).some(n => n > 3)");
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Press(page, "I have read both").WaitForAsync();
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
    }

    private static async Task NewVersion(Screen phone, TechnicianDayTests.Planned day)
    {
        var page = phone.Page;
        // The API is out of reach; the new version is not.
        await page.Context.RouteAsync("**/api/**", route => route.AbortAsync());
        await Accept(page, day);
        await Travel(page);
        // Only the app itself may register a worker; for the next version of it this test does.
        await (await page.Context.NewCDPSessionAsync(page)).SendAsync("Page.setBypassCSP", new() { ["enabled"] = true });
        await page.ReloadAsync();
        // The app registers its own version as it starts; whoever registers last has the next one.
        await Press(page, "I have read both").WaitForAsync();
        await page.EvaluateAsync("async () => { await navigator.serviceWorker.register('/technician-worker.js?next', { scope: '/technician' }) }");
        await Deeds.Until(page, "async () => { const r = await navigator.serviceWorker.getRegistration('/technician'); return (r?.waiting ?? r?.active)?.scriptURL.endsWith('?next') }");
        // From beside the app: there is no page of the old version any more, and none that registers it again.
        await page.GotoAsync("/portal/portal.css");
        await Deeds.Until(page, "async () => (await navigator.serviceWorker.getRegistration('/technician'))?.active?.scriptURL.endsWith('?next')");
        await page.GotoAsync($"/technician/job/{day.Visit}");
        await Press(page, "I have read both").WaitForAsync();
        await page.Context.UnrouteAsync("**/api/**");
        await page.ReloadAsync();
    }

    private static async Task BackAndForward(Screen phone, TechnicianDayTests.Planned day)
    {
        var page = phone.Page;
        await page.Context.SetOfflineAsync(true);
        await Accept(page, day);
        await Travel(page);
        await Press(page, "I have read both").ClickAsync();
        await Press(page, "Start work").ClickAsync();
        await Press(page, "Checklist").ClickAsync();
        await page.GetByLabel("Suction pressure").FillAsync("2.6");
        await page.GoBackAsync();
        await Press(page, "Checklist").WaitForAsync();
        await page.GoForwardAsync();
        await Assertions.Expect(page.GetByLabel("Suction pressure")).ToHaveValueAsync("2.6");
        await page.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true }).ClickAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("Suction pressure")).ToHaveValueAsync("2.6");
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Complete", Exact = true }).ClickAsync();
        await page.GoBackAsync();
        await page.GoForwardAsync();
        await Assertions.Expect(page.GetByLabel("Sign here")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
    }

    private static async Task TooOld(Screen phone, TechnicianDayTests.Planned day)
    {
        var page = phone.Page;
        var refusal = new RouteFulfillOptions { Status = 422, ContentType = "application/problem+json", Headers = new Dictionary<string, string> { ["Callout-Epoch"] = "later" }, Body = """{"status":422,"code":"client.outdated","detail":"Update it."}""" };
        foreach (var door in new[] { "**/api/sync", "**/api/feed?*" }) await page.Context.RouteAsync(door, route => route.FulfillAsync(refusal));
        await Accept(page, day);
        await Travel(page);
        await page.GotoAsync($"/technician/job/{day.Visit}");
        var told = page.GetByRole(AriaRole.Button, new() { Name = "Update needed" });
        await told.WaitForAsync();
        await TechnicianDayTests.LookAt(phone, "phone-outdated");
        await page.Context.UnrouteAllAsync();
        // There is no newer version here, so it loads this one anew.
        var anew = page.WaitForRequestAsync("**/api/feed?*");
        await told.ClickAsync();
        await anew;
        await Assertions.Expect(told).ToHaveCountAsync(0);
    }

    // Chromium's own limit (Storage.overrideQuotaForOrigin) lets these writes through: the storage says what it says when nothing more fits.
    private const string Fill = "() => { const { put } = IDBObjectStore.prototype; IDBObjectStore.prototype.put = () => { throw new DOMException('Full.', 'QuotaExceededError') }; globalThis.room = () => { IDBObjectStore.prototype.put = put } }";

    private static async Task FullDevice(Screen phone, TechnicianDayTests.Planned day)
    {
        var page = phone.Page;
        await page.Context.SetOfflineAsync(true);
        await Accept(page, day);
        await Travel(page);
        // A tap that no form waits for does not look as if it were done, and leaves no fault behind.
        await page.GotoAsync($"/technician/job/{day.Visit}/checklist");
        var fine = page.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true }).First;
        await fine.WaitForAsync();
        await page.EvaluateAsync(Fill);
        await fine.ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not saved");
        await Assertions.Expect(fine).ToHaveAttributeAsync("aria-pressed", "false");
        Assert.Empty(phone.Faults);
        await page.EvaluateAsync("() => globalThis.room()");
        await fine.ClickAsync();
        await Assertions.Expect(fine).ToHaveAttributeAsync("aria-pressed", "true");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await page.GotoAsync($"/technician/job/{day.Visit}/notes");
        await page.GetByLabel("Note").FillAsync("Belt worn, photographed");
        await page.EvaluateAsync(Fill);
        await Press(page, "Save note").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("was not saved");
        await Assertions.Expect(page.GetByLabel("Note")).ToHaveValueAsync("Belt worn, photographed");
        await TechnicianDayTests.LookAt(phone, "phone-full");
        await page.EvaluateAsync("() => globalThis.room()");
        await Press(page, "Save note").ClickAsync();
        await Assertions.Expect(page.GetByLabel("Note")).ToHaveValueAsync("");
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
    }

    /// <summary>The whole browser dies at some moment of the writing; whatever a screen had shown as kept is there when it comes back.</summary>
    [Fact]
    public async Task What_a_screen_showed_as_kept_outlives_the_browser_that_is_killed_in_the_write()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Otieno Were");
        var profile = Directory.CreateTempSubdirectory("callout-killed-").FullName;
        try
        {
            await using (var first = await Killable.Start(office, profile))
            {
                await first.Page.GotoAsync(office.Url + day.Link);
                await TechnicianDayTests.SignIn(first.Page);
                await Press(first.Page, "Accept").WaitForAsync();
            }

            HashSet<string> said = [];
            var random = new Random(11);
            var (from, kills) = (Done("kill"), Math.Max(Runs, 3));
            for (var run = from; run < kills; run++)
            {
                await using var browser = await Killable.Start(office, profile);
                await browser.Page.GotoAsync($"{office.Url}/technician/job/{day.Visit}/notes");
                await browser.Page.GetByLabel("Note").WaitForAsync();
                Assert.Empty(said.Except(await Kept(browser.Page)));
                browser.Page.Console += (_, message) =>
                {
                    if (message.Text.StartsWith("said ", StringComparison.Ordinal)) lock (said) said.Add(message.Text[5..]);
                };
                _ = browser.Page.EvaluateAsync(Writing, $"run {run}").ContinueWith(_ => { }, TaskScheduler.Default);
                await Task.Delay(300 + random.Next(700));
                browser.Kill();
                Note($"kill {run + 1}: {said.Count} were said to be kept");
            }

            await using var last = await Killable.Start(office, profile);
            await last.Page.GotoAsync($"{office.Url}/technician/job/{day.Visit}/notes");
            await last.Page.GetByLabel("Note").WaitForAsync();
            var kept = await Kept(last.Page);
            Assert.Empty(said.Except(kept));
            Assert.NotEmpty(said);
            IReadOnlyList<string> there = [];
            for (var i = 0; i < 120 && there.Count < kept.Count; i++, await Task.Delay(500)) there = await Notes(desk.Page, day);
            Assert.Equal(kept.Order(), there.Where(t => t.StartsWith("run ", StringComparison.Ordinal)).Order());
        }
        finally
        {
            Directory.Delete(profile, recursive: true);
        }
    }

    private const string Writing = """
        async run => {
          const set = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set
          for (let n = 0; ; n++) {
            const text = `${run}, note ${n}`
            const field = document.querySelector('#note')
            set.call(field, text)
            field.dispatchEvent(new Event('input', { bubbles: true }))
            await new Promise(done => setTimeout(done))
            document.querySelector('footer .big').click()
            while (![...document.querySelectorAll('.past span')].some(s => s.textContent === text)) await new Promise(done => setTimeout(done))
            console.log(`said ${text}`)
          }
        }
        """;

    private static async Task<HashSet<string>> Kept(IPage page) => [.. await page.EvaluateAsync<string[]>("""
        async () => {
          const of = asked => new Promise((done, failed) => { asked.onsuccess = () => done(asked.result); asked.onerror = failed })
          const texts = []
          for (const { name } of await indexedDB.databases()) {
            if (!name.startsWith('callout-') || name.startsWith('callout-files-')) continue
            const db = await of(indexedDB.open(name))
            texts.push(...(await of(db.transaction('commands').objectStore('commands').getAll())).map(r => r.command.body.text).filter(Boolean))
            db.close()
          }
          return texts
        }
        """)];

    private static Task<string[]> Notes(IPage desk, TechnicianDayTests.Planned day) =>
        desk.EvaluateAsync<string[]>("async order => (await (await fetch(`/api/work-orders/${order}`)).json()).notes.map(n => n.text)", day.Order);

    private static async Task Accept(IPage page, TechnicianDayTests.Planned day)
    {
        await page.GetByText("Jikoni Bakery").First.ClickAsync();
        await Press(page, "Accept").ClickAsync();
        await Press(page, "Start travel").WaitForAsync();
    }

    private static async Task Travel(IPage page)
    {
        await Press(page, "Start travel").ClickAsync();
        await Press(page, "Arrived").ClickAsync();
        await Kept(page, "Arrived");
    }

    /// <summary>The step is no longer offered, in whichever tab: only now may the page be left.</summary>
    private static Task Kept(IPage page, string step) => Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = step })).ToHaveCountAsync(0);

    /// <summary>The office has each step, once, in its order.</summary>
    private static async Task Arrived(IPage desk, TechnicianDayTests.Planned day, string scenario)
    {
        string?[] steps = [];
        for (var i = 0; i < 120 && steps.Length < Steps.Length; i++, await Task.Delay(500))
        {
            var visit = await desk.EvaluateAsync<JsonElement>("async order => (await (await fetch(`/api/work-orders/${order}`)).json()).visits[0]", day.Order);
            steps = [.. visit.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("state").GetString())];
        }

        Assert.Equal((scenario, string.Join(' ', Steps)), (scenario, string.Join(' ', steps.Take(Steps.Length))));
        Assert.Equal(steps.Length, steps.Distinct().Count());
    }

    private static ILocator Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First;

    /// <summary>What an earlier run of the same code came to is not done again.</summary>
    private static int Done(string what) => Log is not null && File.Exists(Log) ? File.ReadLines(Log).Count(l => l.StartsWith(what, StringComparison.Ordinal)) : 0;

    private static void Note(string line)
    {
        if (Log is not null) File.AppendAllText(Log, $"{line}\n");
    }

    /// <summary>A browser in a process of its own, with a profile that outlives it.</summary>
    private sealed class Killable(Process process, IBrowser browser, IPage page) : IAsyncDisposable
    {
        public IPage Page => page;

        public static async Task<Killable> Start(Office office, string profile)
        {
            var port = Path.Combine(profile, "DevToolsActivePort");
            File.Delete(port);
            var start = new ProcessStartInfo(Office.Chromium, ["--headless=new", "--remote-debugging-port=0", $"--user-data-dir={profile}", .. Office.Flags, "about:blank"]) { RedirectStandardError = true, RedirectStandardOutput = true };
            var process = Process.Start(start)!;
            process.BeginErrorReadLine();
            process.BeginOutputReadLine();
            for (var i = 0; i < 1200 && !(File.Exists(port) && File.ReadAllLines(port).Length > 1); i++) await Task.Delay(50);
            var browser = await office.Playwright.Chromium.ConnectOverCDPAsync($"http://127.0.0.1:{File.ReadAllLines(port)[0]}");
            var page = await browser.Contexts[0].NewPageAsync();
            await page.SetViewportSizeAsync(390, 844);
            return new(process, browser, page);
        }

        /// <summary>kill -9 of the browser and everything that it started.</summary>
        public void Kill()
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
        }

        public async ValueTask DisposeAsync()
        {
            if (!process.HasExited)
            {
                // Ends by itself, so that what it keeps of its own, such as who is signed in, is on the disk.
                await (await browser.NewBrowserCDPSessionAsync()).SendAsync("Browser.close");
                if (!process.WaitForExit(30_000)) Kill();
            }

            process.Dispose();
        }
    }
}

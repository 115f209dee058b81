using System.Text.Json;

namespace Callout.Browser.Tests;

[Collection(nameof(Office))]
public sealed class TechnicianDayTests(Office office)
{
    [Fact]
    public async Task A_repair_is_done_without_signal_in_twelve_taps_and_the_office_sees_all_of_it()
    {
        await using var desk = await office.Enter("/queue");
        var day = await Plan(desk.Page);
        await using var phone = await office.Open(day.Link);
        await SignIn(phone.Page);
        var page = phone.Page;
        await page.SetViewportSizeAsync(390, 844);
        await page.GetByRole(AriaRole.Button, new() { Name = "Accept" }).WaitForAsync();
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");
        await LookAt(phone, "phone-agenda");

        var taps = 0;
        async Task Tap(ILocator what)
        {
            await what.ClickAsync();
            taps++;
        }

        await Tap(Press(page, "Accept"));
        await Tap(page.GetByText("Jikoni Bakery").First);
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync(); // opens with no network
        await Tap(Press(page, "Start travel"));
        await Tap(Press(page, "Arrived"));
        await Tap(Press(page, "I have read both"));
        await LookAt(phone, "phone-job");
        await Tap(Press(page, "Start work"));
        await Tap(Press(page, "Checklist"));
        await page.GetByLabel("Suction pressure").FillAsync("1.6");
        await page.GetByLabel("Suction pressure").BlurAsync();
        await Assertions.Expect(page.GetByText("0.4 below the limit")).ToBeVisibleAsync();
        await Tap(page.GetByRole(AriaRole.Button, new() { Name = "OK", Exact = true }));
        await LookAt(phone, "phone-checklist");
        await Tap(Press(page, "Done"));
        await Tap(page.GetByRole(AriaRole.Button, new() { Name = "Complete", Exact = true }));
        await Sign(page);
        taps++;
        await LookAt(phone, "phone-sign");
        await Tap(page.GetByRole(AriaRole.Button, new() { Name = "Complete", Exact = true }));
        Assert.True(taps <= 12, $"It took {taps} taps.");

        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "Outbox" }).ClickAsync();
        await LookAt(phone, "phone-outbox");
        await page.Context.SetOfflineAsync(false);
        await Press(page, "Try now").ClickAsync();
        await Assertions.Expect(page.GetByText("Nothing waits. Everything is with the office.")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Button, new() { Name = "More" }).ClickAsync();
        await LookAt(phone, "phone-more");
        await Press(page, "Kiswahili").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Leo" })).ToBeVisibleAsync();

        var seen = await desk.Page.EvaluateAsync<JsonElement>("async order => await (await fetch(`/api/work-orders/${order}`)).json()", day.Order);
        var visit = seen.GetProperty("visits")[0];
        Assert.Equal("completed", visit.GetProperty("state").GetString());
        Assert.Equal(2, visit.GetProperty("answers").GetArrayLength());
        Assert.Equal(64, visit.GetProperty("signature").GetProperty("shownHash").GetString()!.Length);
        Assert.Equal(["accepted", "enRoute", "onSite", "working", "completed"], visit.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        Assert.Empty(phone.Faults);
    }

    private static ILocator Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First;

    internal static async Task SignIn(IPage page)
    {
        await Deeds.SignIn(page);
        // Who works outside alone is led to the phone's pages.
        await page.WaitForURLAsync("**/technician");
    }

    internal static async Task Sign(IPage page)
    {
        var pad = page.GetByLabel("Sign here");
        await pad.ScrollIntoViewIfNeededAsync();
        var box = (await pad.BoundingBoxAsync())!;
        await page.Mouse.MoveAsync(box.X + 40, box.Y + 80);
        await page.Mouse.DownAsync();
        for (var i = 0; i < 12; i++) await page.Mouse.MoveAsync(box.X + 40 + 20 * i, box.Y + 40 + 40 * (i % 2));
        await page.Mouse.UpAsync();
    }

    internal static async Task LookAt(Screen phone, string name)
    {
        foreach (var theme in new[] { "dark", "outdoor", "light" })
        {
            await phone.Page.EvaluateAsync("theme => { localStorage.setItem('theme', theme); Object.assign(document.documentElement.dataset, { theme }) }", theme);
            await phone.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, $"{name}-390-{theme}.png"), Animations = ScreenshotAnimations.Disabled });
            Assert.Empty(await phone.ShutOut());
        }
    }

    internal sealed record Planned(string Link, string Order, string Visit, string Technician);

    /// <summary>A technician who can sign in, and a repair on today's plan for them.</summary>
    internal static async Task<Planned> Plan(IPage page, string name = "Wanjiku Kamau")
    {
        var made = await page.EvaluateAsync<JsonElement>("""
            async name => {
              const id = () => { const h = Date.now().toString(16).padStart(12, '0'), r = crypto.randomUUID(); return `${h.slice(0, 8)}-${h.slice(8)}-7${r.slice(15)}` }
              const post = async (route, body) => {
                const answer = await fetch(`/api/${route}`, { method: 'POST', headers: { 'x-callout': 'office', 'content-type': 'application/json', 'idempotency-key': id() }, body: JSON.stringify(body) })
                if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`)
                return await answer.json()
              }
              const branch = (await (await fetch('/api/session')).json()).branches[0].id
              const [technician, person, account, site, contact, asset, type, request, order, visit] = Array.from({ length: 10 }, id)
              const zone = 'Africa/Nairobi'
              const { link } = await post('people/invite', { person, name, email: `w-${person}@baridi.example`, rights: { roles: ['technician'], branches: [branch], technician } })
              await post('technicians/add', { technician, branch, name, profile: { zone }, employment: 'employee', person })
              await post('accounts/add', { account, details: { kind: 'company', name: 'Jikoni Bakery', branch } })
              await post('sites/add', { site, account, details: { name: 'Bakery', branch, zone, address: { street: 'Ngong Road', town: 'Nairobi', country: 'KE' }, accessNotes: 'Rear gate, code 4417#, ring for Rehema', hazards: '415 V: lock the isolator off\nDoor can trap you: wedge it open' } })
              await post('contacts/add', { contact, account, details: { name: 'Rehema Njoroge', role: 'Manager', phones: ['+254722000418'] } })
              await post('assets/add', { asset, site, details: { name: 'Polar KX-40 condenser', maker: 'Polar', model: 'KX-40', serial: 'PX7719-0418' } })
              const checklist = [{ code: 'suction', text: 'Suction pressure', kind: 'number', required: true, unit: 'bar', least: 2, most: 3.2 }, { code: 'coil', text: 'Condenser coil', kind: 'tick', required: true }]
              await post('work-types/define', { workType: type, code: `cold-${type}`, name: 'Repair, cold room', kind: 'repair', template: { minutes: 90, priority: 'high', billing: 'billable', needsApproval: false, instructions: 'Find the cause, put it right, show that it works.', safety: [], skills: [], parts: [{ part: 'FD-038', quantity: 1, mandatory: true }], checklist, fields: [], completion: ['checklist', 'signature'], sla: [{ clock: 'resolution', priority: 'high', minutes: 300 }], pausedBy: [] } })
              await post('requests/receive', { request, branch, channel: 'phone', summary: 'Cold room at 11 °C since 06:30. Compressor starts, then stops.', account, site, asset, contact })
              await post('work-orders/open', { workOrder: order, request, workType: type })
              const start = new Date(Date.now() + 27 * 60000), end = new Date(Date.now() + 117 * 60000)
              await post('visits/plan', { visit, workOrder: order, lead: technician, start, end, zone, travelMinutes: 18 })
              await post('visits/dispatch', { visit })
              return { link, order, visit, technician }
            }
            """, name);
        return new(made.GetProperty("link").GetString()!, made.GetProperty("order").GetString()!, made.GetProperty("visit").GetString()!, made.GetProperty("technician").GetString()!);
    }
}

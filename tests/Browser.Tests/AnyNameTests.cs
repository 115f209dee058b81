using System.Text.Json;

namespace Callout.Browser.Tests;

/// <summary>Customers, people and words of any script and length, on every page that shows them.</summary>
[Collection(nameof(Office))]
public sealed class AnyNameTests(Office office)
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Kältetechnikgroßhandelsgesellschaft ", 12))[..200];

    [Theory]
    [InlineData("🧊 Frostbite 👩🏽‍🔧 & Söhne 🧊")]
    [InlineData("شركة التبريد الحديثة للمواد الغذائية")]
    [InlineData("long")]
    public async Task Names_of_any_script_and_length_fit_on_every_page(string name)
    {
        var called = name == "long" ? Long : name;
        await using var desk = await office.Enter("/queue");
        var made = await desk.Page.EvaluateAsync<JsonElement>(Life, called);
        string Of(string what) => made.GetProperty(what).GetString()!;
        foreach (var path in new[] { $"/orders/{Of("order")}", $"/customers/{Of("account")}", "/customers", "/orders", $"/board?selected={Of("visit")}" })
        {
            await desk.Page.GotoAsync(path);
            await desk.Page.GetByText(called[..12]).First.WaitForAsync();
            await Fits(desk.Page, $"{path.Split('/', '?')[1]}-{called.Length}", onPhones: !path.StartsWith("/board", StringComparison.Ordinal));
        }

        await using var customer = await office.Open(Of("tracking"));
        await Fits(customer.Page, $"track-{called.Length}");
        await using var phone = await office.Open(Of("link"));
        await TechnicianDayTests.SignIn(phone.Page);
        await phone.Page.GetByText(called[..12]).First.ClickAsync();
        await phone.Page.GetByRole(AriaRole.Button, new() { Name = "Photos" }).WaitForAsync();
        await Fits(phone.Page, $"phone-{called.Length}");
    }

    private static async Task Fits(IPage page, string name, bool onPhones = true)
    {
        foreach (var (width, height) in onPhones ? new[] { (1440, 900), (390, 844) } : [(1440, 900)])
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, $"any-name-{name}-{width}.png") });
            var beyond = await page.EvaluateAsync<string[]>("""
                () => document.documentElement.scrollWidth <= innerWidth ? []
                    : [...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 150))
                """);
            Assert.True(beyond is [], $"{name} is wider than {width}: {string.Join('\n', beyond)}");
        }

        await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
    }

    /// <summary>A customer, a site, a contact, a technician and an order that are all called so.</summary>
    private const string Life = """
        async name => {
          const id = () => { const h = Date.now().toString(16).padStart(12, '0'), r = crypto.randomUUID(); return `${h.slice(0, 8)}-${h.slice(8)}-7${r.slice(15)}` }
          const post = async (route, body) => {
            const answer = await fetch(`/api/${route}`, { method: 'POST', headers: { 'x-callout': 'office', 'content-type': 'application/json', 'idempotency-key': id() }, body: JSON.stringify(body) })
            if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`)
            return await answer.json()
          }
          const branch = (await (await fetch('/api/session')).json()).branches[0].id
          const [technician, person, account, site, contact, asset, type, request, order, visit] = Array.from({ length: 10 }, id)
          const zone = 'Africa/Nairobi', short = [...name].slice(0, 90).join('').slice(0, 100)
          const { link } = await post('people/invite', { person, name: short, email: `n-${person}@baridi.example`, rights: { roles: ['technician'], branches: [branch], technician } })
          await post('technicians/add', { technician, branch, name: short, profile: { zone }, employment: 'employee', person })
          await post('accounts/add', { account, details: { kind: 'company', name, branch } })
          await post('sites/add', { site, account, details: { name, branch, zone, address: { street: name.slice(0, 100), town: 'Nairobi', country: 'KE' }, accessNotes: name, hazards: name } })
          await post('contacts/add', { contact, account, details: { name, role: name, phones: ['+254722000418'] } })
          await post('assets/add', { asset, site, details: { name, maker: name, model: name, serial: `S-${asset}` } })
          await post('work-types/define', { workType: type, code: `name-${type}`, name: 'Repair', kind: 'repair', template: { minutes: 90, priority: 'normal', billing: 'billable', needsApproval: false, instructions: name, safety: [name], skills: [], parts: [], checklist: [], fields: [], completion: [], sla: [], pausedBy: [] } })
          await post('requests/receive', { request, branch, channel: 'phone', summary: name, account, site, asset, contact })
          await post('work-orders/open', { workOrder: order, request, workType: type })
          const start = new Date(Date.now() + 30 * 60000), end = new Date(Date.now() + 120 * 60000)
          await post('visits/plan', { visit, workOrder: order, lead: technician, start, end, zone, travelMinutes: 18 })
          await post('visits/dispatch', { visit })
          const { url } = await post('tracking/share', { visit })
          return { link, account, order, visit, tracking: new URL(url).pathname }
        }
        """;
}

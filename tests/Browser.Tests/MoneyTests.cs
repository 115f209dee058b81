using System.Text.Json;

namespace Callout.Browser.Tests;

[Collection(nameof(Office))]
public sealed class MoneyTests(Office office)
{
    [Fact]
    public async Task Completed_work_is_reviewed_billed_printed_and_paid()
    {
        await using var screen = await office.Enter("/queue");
        var page = screen.Page;
        var order = await Done(page);
        await page.GotoAsync($"/orders/{order}");
        await Assertions.Expect(page.GetByText("Completed, to review")).ToBeVisibleAsync();
        await IsPaper(page, page.GetByRole(AriaRole.Link, new() { Name = "Service report" }));
        await Assertions.Expect(page.GetByText("Filter drier 3/8")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Messages" })).ToBeVisibleAsync();
        await screen.Look("order-to-review");

        await page.GetByRole(AriaRole.Link, new() { Name = "Draft for WO-" }).ClickAsync();
        await Press(page, "Issue").ClickAsync();
        await Assertions.Expect(page.GetByText("Without a price: Filter drier 3/8")).ToBeVisibleAsync();
        await screen.Look("invoice-draft");
        await Press(page, "Change lines").ClickAsync();
        await page.GetByRole(AriaRole.Group).Last.GetByLabel("Price").FillAsync("3200");
        await screen.Look("invoice-lines");
        await Press(page, "Change lines").ClickAsync();
        await Press(page, "Issue").ClickAsync();
        await Assertions.Expect(page.GetByText("KES 8,062.00").First).ToBeVisibleAsync();
        await IsPaper(page, page.GetByRole(AriaRole.Link, new() { Name = "PDF" }));

        await Press(page, "Record payment").ClickAsync();
        var asking = page.GetByRole(AriaRole.Dialog);
        await asking.GetByLabel("Amount in KES").FillAsync("9000");
        await asking.GetByLabel("Number of the transaction").FillAsync($"S{order[..8]}");
        await Press(asking, "Record payment").ClickAsync();
        await Assertions.Expect(asking.GetByText("KES 8,062.00 is still open on this invoice.")).ToBeVisibleAsync();
        await screen.Look("invoice-payment");
        await asking.GetByLabel("Amount in KES").FillAsync("8062");
        await Press(asking, "Record payment").ClickAsync();
        await Assertions.Expect(page.GetByText("Paid", new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions.Expect(asking).ToHaveCountAsync(0);
        await screen.Look("invoice-paid");

        await page.GotoAsync("/money");
        await Assertions.Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Paid" }).First).ToBeVisibleAsync();
        await screen.Look("money");
        await page.GetByRole(AriaRole.Button, new() { Name = "Waived" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No invoice is like that")).ToBeVisibleAsync();
        await screen.Look("money-none");

        await page.GotoAsync($"/orders/{order}");
        await Press(page, "Accept and close").ClickAsync();
        await Press(page.GetByRole(AriaRole.Dialog), "Accept and close").ClickAsync();
        await Assertions.Expect(page.GetByText("Closed", new() { Exact = true }).First).ToBeVisibleAsync();
        Assert.Empty(screen.Faults);
    }

    private static ILocator Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Press(ILocator within, string name) => within.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The link leads to a document that a reader opens.</summary>
    private static async Task IsPaper(IPage page, ILocator link)
    {
        var answer = await page.Context.APIRequest.GetAsync((await link.First.GetAttributeAsync("href"))!);
        Assert.Equal("application/pdf", answer.Headers["content-type"]);
        Assert.StartsWith("%PDF-", System.Text.Encoding.ASCII.GetString((await answer.BodyAsync())[..5]));
    }

    /// <summary>A repair that was done just now, with a part that no price list names.</summary>
    private static async Task<string> Done(IPage page)
    {
        var made = await page.EvaluateAsync<JsonElement>("""
            async () => {
              const id = () => { const h = Date.now().toString(16).padStart(12, '0'), r = crypto.randomUUID(); return `${h.slice(0, 8)}-${h.slice(8)}-7${r.slice(15)}` }
              const post = async (route, body) => {
                const answer = await fetch(`/api/${route}`, { method: 'POST', headers: { 'x-callout': 'office', 'content-type': 'application/json', 'idempotency-key': id() }, body: JSON.stringify(body) })
                if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`)
                return await answer.json()
              }
              const get = async path => await (await fetch(`/api/${path}`)).json()
              const branch = (await get('session')).branches[0].id
              const [technician, account, site, type, request, order, visit, list] = Array.from({ length: 8 }, id)
              const zone = 'Africa/Nairobi', price = minor => ({ micro: minor * 1000000, currency: 'KES' })
              await post('organisation/change', { name: 'Baridi Cooling', letterhead: 'Lusaka Road, Nairobi\n0709 555 010', timeZone: zone, currency: 'KES', tax: { name: 'VAT', rate: 1600, number: 'P051234567X' } })
              await post('price-lists/add', { priceList: list, name: `Standard ${list}`, currency: 'KES', from: '2026-01-01', lines: [{ code: 'labour', kind: 'labour', name: 'Hour of a technician', unit: 'hour', price: price(0) }, { code: 'callout', kind: 'fee', name: 'Callout fee', unit: 'piece', price: price(375000) }] })
              await post('technicians/add', { technician, branch, name: 'Daniel Mwangi', profile: { zone }, employment: 'employee' })
              await post('accounts/add', { account, details: { kind: 'company', name: 'Savanna Fresh Ltd', branch, billingAddress: { street: 'Enterprise Road 12', town: 'Nairobi', country: 'KE' } } })
              await post('sites/add', { site, account, details: { name: 'Karen cold store', branch, zone, address: { street: 'Ngong Road', town: 'Nairobi', country: 'KE' } } })
              await post('work-types/define', { workType: type, code: `money-${type}`, name: 'Repair, cold room', kind: 'repair', template: { minutes: 60, priority: 'normal', billing: 'billable', needsApproval: false, instructions: '', safety: [], skills: [], parts: [], checklist: [], fields: [], completion: [], sla: [], pausedBy: [] } })
              await post('requests/receive', { request, branch, channel: 'phone', summary: 'Display freezer warms up', account, site, callerName: 'Rehema Njoroge' })
              await post('work-orders/open', { workOrder: order, request, workType: type })
              const start = new Date(Date.now() + 60000), end = new Date(Date.now() + 3660000)
              await post('visits/plan', { visit, workOrder: order, lead: technician, start, end, zone, travelMinutes: 0 })
              await post('visits/work', { visit, safetyAcknowledged: true })
              await post('visits/use-part', { visit, use: id(), code: 'FD-038', name: 'Filter drier 3/8', quantity: 1, unit: 'piece' })
              await post('visits/complete', { visit, outcome: 'fixed' })
              for (let i = 0; i < 100 && (await get(`billing?order=${order}`)).invoices.length === 0; i++) await new Promise(done => setTimeout(done, 100))
              return { order }
            }
            """);
        return made.GetProperty("order").GetString()!;
    }
}

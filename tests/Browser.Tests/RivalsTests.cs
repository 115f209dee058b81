using static Microsoft.Playwright.Assertions;

namespace Callout.Browser.Tests;

/// <summary>Two dispatchers who want the same technician at the same time.</summary>
[Collection(nameof(Office))]
public sealed class RivalsTests(Office office)
{
    [Fact]
    public async Task One_wins_and_the_other_is_told_so_and_need_not_type_it_again()
    {
        await using var first = await office.Enter("/queue");
        var made = await first.Page.EvaluateAsync<System.Text.Json.JsonElement>(Town, $"{DateTime.UtcNow.AddHours(3).AddDays(1):yyyy-MM-dd}");
        var (branch, visit, day) = (made.GetProperty("branch").GetString(), made.GetProperty("visit").GetString(), made.GetProperty("day").GetString());
        await using var second = await office.Enter($"/board?branch={branch}&day={day}&selected={visit}");
        await first.Page.GotoAsync($"/board?branch={branch}&day={day}");

        // The second asks for Zuhura at half past nine, by the keyboard.
        var (page, bar) = (second.Page, second.Page.Locator($"[data-visit='{visit}']"));
        await bar.FocusAsync();
        await page.Keyboard.PressAsync("m");
        var form = page.GetByRole(AriaRole.Dialog);
        await form.GetByLabel("Start").FillAsync($"{day}T09:30");
        await form.GetByLabel("Technician").ClickAsync();
        await page.GetByRole(AriaRole.Option, new() { Name = "Zuhura Ali" }).ClickAsync();

        // Meanwhile the first gives her another job, and the line to the second is slow.
        await page.Context.SetOfflineAsync(true);
        await Deeds.Post(first.Page, "visits/plan", new { visit = Guid.CreateVersion7(), workOrder = made.GetProperty("waiting").GetString(), lead = made.GetProperty("zuhura").GetString(), start = $"{day}T06:00:00Z", end = $"{day}T07:00:00Z", zone = "Africa/Nairobi" });
        await first.Page.Locator(".bar[title*='Ice machine leaks']").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await form.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await page.Context.SetOfflineAsync(false);

        await Expect(page.GetByText("Somebody took this time first; yours stands where it was.")).ToBeVisibleAsync();
        await Expect(form.GetByLabel("Start")).ToHaveValueAsync($"{day}T09:30");
        await Expect(form.GetByLabel("Technician")).ToHaveValueAsync("Zuhura Ali");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, "board-taken.png") });
        await form.GetByLabel("Start").FillAsync($"{day}T15:30");
        await form.GetByRole(AriaRole.Button, new() { Name = "Move", Exact = true }).ClickAsync();
        await Deeds.Until(page,
            "async ([order, lead]) => (await (await fetch(`/api/work-orders/${order}`)).json()).visits[0].lead === lead",
            new[] { made.GetProperty("order").GetString()!, made.GetProperty("zuhura").GetString()! });
        Assert.Empty(second.Faults);
    }

    /// <summary>Two technicians more, with one visit on tomorrow's plan and one order that waits.</summary>
    private const string Town = """
        async day => {
          const id = () => { const h = Date.now().toString(16).padStart(12, '0'), r = crypto.randomUUID(); return `${h.slice(0, 8)}-${h.slice(8)}-7${r.slice(15)}` }
          const post = async (route, body) => {
            const answer = await fetch(`/api/${route}`, { method: 'POST', headers: { 'x-callout': 'office', 'content-type': 'application/json', 'idempotency-key': id() }, body: JSON.stringify(body) })
            if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`)
            return await answer.json()
          }
          const branch = (await (await fetch('/api/session')).json()).branches[0].id
          const [pattern, zuhura, omar, account, site, type, visit] = Array.from({ length: 7 }, id)
          const zone = 'Africa/Nairobi'
          const hours = [0, 1, 2, 3, 4, 5, 6].map(day => ({ day, start: '09:00:00', end: '18:00:00', breaks: [] }))
          await post('shift-patterns/add', { pattern, plan: { name: 'Every day in town', cycleDays: 7, anchor: '2026-01-05', hours } })
          for (const [technician, name] of [[zuhura, 'Zuhura Ali'], [omar, 'Omar Said']]) {
            await post('technicians/add', { technician, branch, name, profile: { zone, home: { latitude: -6.16, longitude: 39.19 } }, employment: 'employee' })
            await post('technicians/assign-pattern', { technician, pattern, from: '2026-01-05' })
          }
          await post('accounts/add', { account, details: { kind: 'company', name: 'Forodhani Hotel', branch } })
          await post('sites/add', { site, account, details: { name: 'Forodhani', branch, zone, address: { town: 'Zanzibar' }, position: { latitude: -6.162, longitude: 39.189, quality: 'building' } } })
          await post('work-types/define', { workType: type, code: `town-${type}`, name: 'Repair', kind: 'repair', template: { minutes: 60, priority: 'normal', billing: 'billable', needsApproval: false, instructions: '', safety: [], skills: [], parts: [], checklist: [], fields: [], completion: [], sla: [], pausedBy: [] } })
          const orders = []
          for (const summary of ['Lift stands still', 'Ice machine leaks']) {
            const request = id(), workOrder = id()
            await post('requests/receive', { request, branch, channel: 'phone', summary, account, site, callerName: 'Amina Yusuf' })
            await post('work-orders/open', { workOrder, request, workType: type })
            orders.push(workOrder)
          }
          await post('visits/plan', { visit, workOrder: orders[0], lead: omar, start: `${day}T09:00:00Z`, end: `${day}T10:00:00Z`, zone, travelMinutes: 10 })
          return { branch, visit, day, zuhura, order: orders[0], waiting: orders[1] }
        }
        """;
}

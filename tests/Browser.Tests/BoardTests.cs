using System.Text.RegularExpressions;

namespace Callout.Browser.Tests;

[Collection(nameof(Office))]
public sealed class BoardTests(Office office)
{
    private static bool given;

    [Fact]
    public async Task An_order_is_dragged_into_a_gap_and_taken_back_and_another_dispatcher_sees_both()
    {
        // Those who hold what the order takes, so that they are in sight however many others work here.
        await using var screen = await Board("&skill=Refrigeration");
        await using var other = await Board("&skill=Refrigeration");
        var order = Waiting(screen.Page, "Chest freezer not cooling");
        await order.WaitForAsync();
        await Drag(screen.Page, order, "Grace Wanjiru");
        await Assertions.Expect(screen.Page.Locator(".drag-ghost")).ToContainTextAsync("Fits at");
        await screen.Page.Mouse.UpAsync();
        await Assertions.Expect(Bar(other.Page, "Chest freezer not cooling")).ToBeAttachedAsync();
        await Bar(screen.Page, "Chest freezer not cooling").ClickAsync();
        await Assertions.Expect(screen.Page.GetByText("Who could take it")).ToBeVisibleAsync();
        await screen.Look("board");
        await screen.Page.Keyboard.PressAsync("Control+z");
        await Assertions.Expect(Bar(other.Page, "Chest freezer not cooling")).Not.ToBeAttachedAsync();
    }

    [Fact]
    public async Task Where_an_order_may_not_go_the_rule_says_so_at_the_pointer()
    {
        await using var screen = await Board();
        var order = Waiting(screen.Page, "Vaccine fridge at 11 °C");
        await order.WaitForAsync();
        await Drag(screen.Page, order, "Faith Njeri");
        await Assertions.Expect(screen.Page.Locator(".drag-ghost")).ToContainTextAsync("Does not hold Refrigeration");
        await screen.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, "board-refused.png") });
        await screen.Page.Mouse.UpAsync();
        await Assertions.Expect(order).ToBeVisibleAsync();
    }

    private async Task<Screen> Board(string filter = "")
    {
        // Tomorrow in Nairobi, where it may be tomorrow already.
        var screen = await office.Enter($"/board?day={DateTime.UtcNow.AddHours(3).AddDays(1):yyyy-MM-dd}{filter}");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Nairobi West" }).WaitForAsync();
        if (given) return screen;
        given = true;
        await screen.Page.EvaluateAsync(People);
        await screen.Page.ReloadAsync();
        return screen;
    }

    private static ILocator Waiting(IPage page, string summary) => page.GetByRole(AriaRole.Option).Filter(new() { HasText = summary });

    private static ILocator Bar(IPage page, string summary) => page.Locator($".bar[title*='{summary}']");

    private static async Task Drag(IPage page, ILocator order, string name)
    {
        var row = page.Locator(".person-row").Filter(new() { HasText = name });
        await row.WaitForAsync();
        await row.ScrollIntoViewIfNeededAsync(); // others of the branch may stand above
        var (from, to) = (await order.BoundingBoxAsync(), await row.BoundingBoxAsync());
        var frame = await page.Locator(".timeline").BoundingBoxAsync();
        await page.Mouse.MoveAsync(from!.X + 200, from.Y + 10);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(frame!.X + 400, to!.Y + 14, new() { Steps = 6 });
        await Assertions.Expect(page.Locator(".drag-ghost")).ToBeVisibleAsync();
        for (var i = 0; i < 40 && await page.Locator(".drag-ghost").GetAttributeAsync("data-tone") == "asking"; i++) await page.Mouse.MoveAsync(frame.X + 400 + i % 2, to.Y + 14);
    }

    /// <summary>Three technicians with a week's hours, and two orders that want the skill that one of them lacks.</summary>
    private const string People = """
        async () => {
          const hex = n => [...crypto.getRandomValues(new Uint8Array(n))].map(b => (b % 16).toString(16)).join('')
          const id = () => `0199f3a0-${hex(4)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
          const post = async (route, body) => {
            const answer = await fetch('/api/' + route, { method: 'POST', headers: { 'x-callout': 'office', 'content-type': 'application/json', 'idempotency-key': id() }, body: JSON.stringify(body) })
            if (!answer.ok) throw new Error(route + ' ' + await answer.text())
            return answer.json()
          }
          const get = async route => (await fetch('/api/' + route, { headers: { 'x-callout': 'office' } })).json()
          const branch = (await get('session')).branches[0].id
          const skill = id(), pattern = id(), account = id(), site = id()
          await post('skills/add', { skill, name: 'Refrigeration' })
          const hours = [0, 1, 2, 3, 4, 5, 6].map(day => ({ day, start: '07:00:00', end: '18:00:00', breaks: [{ earliest: '12:00:00', latest: '14:00:00', minutes: 30 }] }))
          await post('shift-patterns/add', { pattern, plan: { name: 'Every day', cycleDays: 7, anchor: '2026-01-05', hours } })
          for (const name of ['Grace Wanjiru', 'Brian Otieno', 'Faith Njeri']) {
            const technician = id()
            await post('technicians/add', { technician, branch, name, profile: { zone: 'Africa/Nairobi', home: { latitude: -1.27, longitude: 36.81 } }, employment: 'employee' })
            await post('technicians/assign-pattern', { technician, pattern, from: '2026-01-05' })
            if (name !== 'Faith Njeri') await post('technicians/give-skill', { technician, skill, level: 5 })
          }
          await post('accounts/add', { account, details: { kind: 'company', name: 'Savanna Fresh Ltd', branch } })
          await post('sites/add', { site, account, details: { name: 'Karen cold store', branch, zone: 'Africa/Nairobi', address: { town: 'Nairobi' }, position: { latitude: -1.32, longitude: 36.71, quality: 'building' } } })
          await post('work-types/install', { industry: 'refrigeration' })
          const type = (await get('work-types')).find(t => t.code === 'repair').id
          for (const summary of ['Chest freezer not cooling', 'Vaccine fridge at 11 °C']) {
            const request = id(), workOrder = id()
            await post('requests/receive', { request, branch, channel: 'phone', summary, account, site, callerName: 'Amina Yusuf' })
            await post('work-orders/open', { workOrder, request, workType: type, priority: 'low', reason: 'The stock has been moved to another store' })
          }
        }
        """;
}

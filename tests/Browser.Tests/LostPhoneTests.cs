using System.Text.Json;

namespace Callout.Browser.Tests;

/// <summary>A phone that is lost with work on it, from the office's side and from the phone's.</summary>
[Collection(nameof(Office))]
public sealed class LostPhoneTests(Office office)
{
    [Fact]
    public async Task A_lost_phone_is_locked_and_emptied_and_the_office_decides_about_what_it_had_not_sent()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Lydia Atieno");
        await using var phone = await office.Open(day.Link);
        await TechnicianDayTests.SignIn(phone.Page);
        var page = phone.Page;
        await page.SetViewportSizeAsync(390, 844);
        await Press(page, "Accept").WaitForAsync();
        await page.EvaluateAsync("() => navigator.serviceWorker.ready.then(() => true)");

        await desk.Page.GotoAsync("/devices");
        await Until(desk.Page, "In step");

        // Two actions without signal.
        await page.Context.SetOfflineAsync(true);
        await Press(page, "Accept").ClickAsync();
        await page.GetByText("Jikoni Bakery").First.ClickAsync();
        await Press(page, "Start travel").ClickAsync();
        await Press(page, "Arrived").WaitForAsync();

        // The office locks it; it hears so as soon as there is signal, before anything is sent.
        await Device(desk.Page).ClickAsync();
        await desk.Page.GetByLabel("Why it is to be locked or emptied").FillAsync("Lost on Ngong Road. Call the office.");
        await desk.Look("devices");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Lock", Exact = true }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("is locked as soon as it is heard of")).ToBeVisibleAsync();
        await Until(desk.Page, "Locked");
        await page.Context.SetOfflineAsync(false);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The office has locked this phone" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByText("Lost on Ngong Road. Call the office.")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("2 actions that were not sent are kept on it")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("Jikoni Bakery")).ToHaveCountAsync(0);
        await TechnicianDayTests.LookAt(phone, "phone-locked");

        // Without signal it stays so.
        await page.Context.SetOfflineAsync(true);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The office has locked this phone" })).ToBeVisibleAsync();

        await desk.Page.GetByLabel("Why it is to be emptied").FillAsync("Not found.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Empty", Exact = true }).ClickAsync();
        await Until(desk.Page, "To be emptied");
        await page.Context.SetOfflineAsync(false);
        await Press(page, "Try now").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The office has emptied this phone" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByText("2 actions that were not sent are now with the office")).ToBeVisibleAsync();
        await TechnicianDayTests.LookAt(phone, "phone-emptied");
        Assert.Equal("[0,0,0]", await page.EvaluateAsync<string>("""
            async () => {
              const open = name => new Promise(done => { const asked = indexedDB.open(name); asked.onsuccess = () => done(asked.result) })
              const counts = []
              for (const { name } of await indexedDB.databases())
                if (name.startsWith('callout-') && !name.startsWith('callout-files-'))
                  for (const store of ['commands', 'documents', 'pages']) {
                    const db = await open(name)
                    counts.push(await new Promise(done => { const asked = db.transaction(store).objectStore(store).count(); asked.onsuccess = () => done(asked.result) }))
                    db.close()
                  }
              return JSON.stringify(counts)
            }
            """));
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The office has emptied this phone" })).ToBeVisibleAsync();

        // Somebody decides on each.
        await Until(desk.Page, "Emptied");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "To settle" }).ClickAsync();
        var items = desk.Page.GetByRole(AriaRole.Region, new() { Name = "Recorded and not carried out" }).GetByRole(AriaRole.Listitem);
        var (accept, travel) = (items.Filter(new() { HasText = "Accept" }), items.Filter(new() { HasText = "travel" }));
        await Assertions.Expect(items.Filter(new() { HasText = "From an emptied device" })).ToHaveCountAsync(2);
        await Assertions.Expect(desk.Page.GetByTitle("2 waiting")).ToHaveCountAsync(1);
        await desk.Look("unsettled");
        await accept.GetByRole(AriaRole.Button, new() { Name = "Carry out" }).ClickAsync();
        await Assertions.Expect(accept).ToHaveCountAsync(0);
        await travel.GetByRole(AriaRole.Button, new() { Name = "Set aside" }).ClickAsync();
        await travel.GetByRole(AriaRole.Textbox).FillAsync("The phone lay in the road by then.");
        await travel.GetByRole(AriaRole.Button, new() { Name = "Set aside" }).ClickAsync();
        await Assertions.Expect(travel).ToHaveCountAsync(0);
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Settled" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("The phone lay in the road by then.")).ToBeVisibleAsync();
        var visit = await desk.Page.EvaluateAsync<JsonElement>("async order => (await (await fetch(`/api/work-orders/${order}`)).json()).visits[0]", day.Order);
        Assert.Equal(["accepted"], visit.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("state").GetString()));
        Assert.Empty(phone.Faults);
    }

    private static ILocator Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First;

    private static ILocator Device(IPage page) => page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Lydia Atieno" });

    private static Task Until(IPage page, string state) => Assertions.Expect(Device(page)).ToContainTextAsync(state, new() { Timeout = 60_000 });
}

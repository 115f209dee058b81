using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Callout.Browser.Tests;

/// <summary>What goes wrong on the road, and what the technician, the office and the customer see of it.</summary>
[Collection(nameof(Office))]
public sealed class RoadTests(Office office)
{
    [Fact]
    public async Task A_job_cancelled_while_the_technician_drives_is_told_to_them_and_to_the_customer_and_what_they_did_meanwhile_is_kept()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Otieno Barasa");
        await using var phone = await OnTheWay(day);
        var shared = await Deeds.Post(desk.Page, "tracking/share", new { visit = day.Visit });
        await using var customer = await office.Open(new Uri(shared.GetProperty("url").GetString()!).AbsolutePath);
        await Until(desk.Page, day, "enRoute");
        await Expect(customer.Page.GetByText("On the way")).ToBeVisibleAsync();

        await Deeds.Post(desk.Page, "visits/cancel", new { visit = day.Visit, remark = "Customer rang off" });
        await Expect(phone.Page.GetByText("The office called this job off. What you reported is kept. Customer rang off")).ToBeVisibleAsync();
        await Expect(Press(phone.Page, "Arrived")).ToHaveCountAsync(0);
        await TechnicianDayTests.LookAt(phone, "phone-cancelled");
        await customer.Page.ReloadAsync();
        await Expect(customer.Page.GetByRole(AriaRole.Heading, new() { Name = "cancelled" })).ToBeVisibleAsync();

        // Another, cancelled behind the back of a phone without signal: whoever was there was there.
        var other = await TechnicianDayTests.Plan(desk.Page, "Mumbi Gathoni");
        await using var away = await OnTheWay(other);
        await Until(desk.Page, other, "enRoute");
        await away.Page.Context.SetOfflineAsync(true);
        await Deeds.Post(desk.Page, "visits/cancel", new { visit = other.Visit, remark = "Customer rang off" });
        await Press(away.Page, "Arrived").ClickAsync();
        await away.Page.Context.SetOfflineAsync(false);
        await Until(desk.Page, other, "onSite", away.Page);
        await desk.Page.GotoAsync($"/orders/{other.Order}");
        await Expect(desk.Page.GetByText("Done without a plan").First).ToBeVisibleAsync();
        await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, "order-arrived-though-cancelled.png") });
        Assert.Empty(phone.Faults);
    }

    [Fact]
    public async Task What_a_technician_declines_stands_before_the_dispatcher_until_somebody_else_has_it()
    {
        await using var desk = await office.Enter("/board");
        var (day, other) = (await TechnicianDayTests.Plan(desk.Page, "Njoki Wairimu"), await TechnicianDayTests.Plan(desk.Page, "Halima Noor"));
        await using var phone = await Phone(day);
        await phone.Page.GetByText("Jikoni Bakery").First.ClickAsync();
        await Press(phone.Page, "Decline").ClickAsync();
        await phone.Page.GetByRole(AriaRole.Textbox).FillAsync("The van will not start");
        await Press(phone.Page, "Decline").ClickAsync();
        await Expect(phone.Page.GetByText("Nothing planned today")).ToBeVisibleAsync();
        Assert.Empty(phone.Faults);

        var page = desk.Page;
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The van will not start" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show on the board" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Declined" })).ToHaveCountAsync(1);
        await Expect(page.GetByText("Who could take it")).ToBeVisibleAsync();
        await desk.Look("board-declined");

        var start = DateTime.UtcNow.AddHours(4);
        await Deeds.Post(page, "visits/reschedule", new { visit = day.Visit, lead = other.Technician, start, end = start.AddMinutes(90), zone = "Africa/Nairobi" });
        await Expect(page.GetByRole(AriaRole.Alert).Filter(new() { HasText = "The van will not start" })).ToHaveCountAsync(0);
        await Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Declined" })).ToHaveCountAsync(0);
        Assert.Equal(1, (await Order(page, day)).GetProperty("visits").GetArrayLength());
    }

    [Fact]
    public async Task A_phone_whose_clock_is_five_hours_fast_says_so_and_what_it_records_has_the_right_time()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Chebet Korir");
        await using var phone = await office.Open("/sign-in");
        await phone.Page.Clock.InstallAsync(new() { TimeDate = DateTime.UtcNow.AddHours(5) });
        await phone.Page.GotoAsync(day.Link);
        await TechnicianDayTests.SignIn(phone.Page);
        await phone.Page.SetViewportSizeAsync(390, 844);
        await Expect(phone.Page.GetByText(new System.Text.RegularExpressions.Regex("The clock of this phone is 5 hrs? fast"))).ToBeVisibleAsync();
        await Press(phone.Page, "Accept").ClickAsync();
        await Press(phone.Page, "Start travel").ClickAsync();
        await TechnicianDayTests.LookAt(phone, "phone-clock-fast");
        await Until(desk.Page, day, "enRoute", phone.Page);
        var steps = (await Order(desk.Page, day)).GetProperty("visits")[0].GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("at").GetDateTime().ToUniversalTime());
        Assert.All(steps, at => Assert.InRange(at, DateTime.UtcNow.AddMinutes(-20), DateTime.UtcNow.AddMinutes(20)));
        Assert.Empty(phone.Faults);
    }

    [Fact]
    public async Task What_is_no_photo_is_named_and_one_of_forty_megabytes_is_made_small()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Kiptoo Rono");
        await using var phone = await Phone(day);
        var page = phone.Page;
        await page.GetByText("Jikoni Bakery").First.ClickAsync();
        await Press(page, "Photos").ClickAsync();
        var before = page.GetByLabel("Before", new() { Exact = true });
        foreach (var (name, type, content) in new[] { ("empty.jpg", "image/jpeg", ""), ("drawing.svg", "image/svg+xml", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"9\" height=\"9\"/>"), ("paper.jpg", "image/jpeg", "%PDF-1.7 no photo") })
        {
            await before.SetInputFilesAsync(new FilePayload { Name = name, MimeType = type, Buffer = System.Text.Encoding.UTF8.GetBytes(content) });
            await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync($"{name} is not a photo");
        }

        await TechnicianDayTests.LookAt(phone, "phone-no-photo");
        await before.SetInputFilesAsync(await Huge(page));
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = "Photo Before" })).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await desk.Page.GotoAsync($"/orders/{day.Order}");
        var seen = desk.Page.Locator("img[src*='/api/attachments/']");
        await Expect(seen).ToHaveCountAsync(1);
        var sent = await desk.Page.Context.APIRequest.GetAsync((await seen.GetAttributeAsync("src"))!);
        Assert.InRange((await sent.BodyAsync()).Length, 1_000, 1 << 20);
        Assert.Empty(phone.Faults);
    }

    [Fact]
    public async Task A_signature_taken_back_is_missing_again_and_nothing_of_it_is_kept()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Wafula Simiyu");
        await using var phone = await OnTheWay(day);
        var page = phone.Page;
        await Press(page, "Arrived").ClickAsync();
        await Press(page, "I have read both").ClickAsync();
        await Press(page, "Start work").ClickAsync();
        await Press(page, "Signature").ClickAsync();
        var missing = page.Locator(".link").Filter(new() { HasText = "Signature" });
        await Expect(missing).ToHaveCountAsync(1);
        await TechnicianDayTests.Sign(page);
        await Expect(missing).ToHaveCountAsync(0);
        await Press(page, "Clear").ClickAsync();
        await Expect(missing).ToHaveCountAsync(1);
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Complete", Exact = true })).ToBeDisabledAsync();
        await Until(desk.Page, day, "working", page);
        Assert.False((await Order(desk.Page, day)).GetProperty("visits")[0].TryGetProperty("signature", out _));
        Assert.Empty(phone.Faults);
    }

    [Fact]
    public async Task A_site_without_a_place_on_the_map_is_said_calmly_on_board_map_and_phone()
    {
        await using var desk = await office.Enter("/board");
        var day = await TechnicianDayTests.Plan(desk.Page, "Naliaka Wekesa");
        await desk.Page.GotoAsync($"/board?selected={day.Visit}");
        await Expect(desk.Page.GetByText("Not on the map: the way there is taken as a quarter of an hour")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByText(new System.Text.RegularExpressions.Regex("[0-9]+ without a place"))).ToBeVisibleAsync();
        await desk.Look("board-no-place");
        await using var phone = await Phone(day);
        await phone.Page.GetByText("Jikoni Bakery").First.ClickAsync();
        await Expect(phone.Page.GetByText("This site has no place on the map.")).ToBeVisibleAsync();
        await Expect(phone.Page.GetByRole(AriaRole.Link, new() { Name = "Navigate" })).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("destination=Ngong"));
        await TechnicianDayTests.LookAt(phone, "phone-no-place");
    }

    private async Task<Screen> Phone(TechnicianDayTests.Planned day)
    {
        var phone = await office.Open(day.Link);
        await TechnicianDayTests.SignIn(phone.Page);
        await phone.Page.SetViewportSizeAsync(390, 844);
        await Press(phone.Page, "Accept").WaitForAsync();
        return phone;
    }

    private async Task<Screen> OnTheWay(TechnicianDayTests.Planned day)
    {
        var phone = await Phone(day);
        await Press(phone.Page, "Accept").ClickAsync();
        await phone.Page.GetByText("Jikoni Bakery").First.ClickAsync();
        await Press(phone.Page, "Start travel").ClickAsync();
        return phone;
    }

    private static ILocator Press(IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name }).First;

    private static Task<JsonElement> Order(IPage desk, TechnicianDayTests.Planned day) => desk.EvaluateAsync<JsonElement>("async order => (await fetch(`/api/work-orders/${order}`)).json()", day.Order);

    private static Task Until(IPage desk, TechnicianDayTests.Planned day, string state, IPage? witness = null) => Deeds.Until(
        desk, "async ([order, state]) => (await (await fetch(`/api/work-orders/${order}`)).json()).visits[0].state === state", new[] { day.Order, state }, witness);

    /// <summary>A true photo, with forty megabytes of remarks in it.</summary>
    private static async Task<string> Huge(IPage page)
    {
        var photo = Convert.FromBase64String(await page.EvaluateAsync<string>("""
            () => {
              const canvas = document.createElement('canvas')
              canvas.width = 2400
              canvas.height = 1800
              canvas.getContext('2d').fillRect(300, 300, 900, 600)
              return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
            }
            """));
        var path = Path.Combine(Repository.Screens, "..", "huge.jpg");
        await using var file = File.Create(path);
        byte[] remark = [0xFF, 0xFE, 0xFF, 0xFF, .. new byte[65_533]];
        await file.WriteAsync(photo.AsMemory(0, 2));
        for (var i = 0; i < 640; i++) await file.WriteAsync(remark);
        await file.WriteAsync(photo.AsMemory(2));
        return path;
    }
}

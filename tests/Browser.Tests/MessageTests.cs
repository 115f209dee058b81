using System.Text.Json;
using static Microsoft.Playwright.Assertions;

namespace Callout.Browser.Tests;

/// <summary>What does not reach a customer, and what they and the office see of it.</summary>
[Collection(nameof(Office))]
public sealed class MessageTests(Office office)
{
    [Fact]
    public async Task A_link_that_has_ended_says_whom_to_ring_and_one_that_is_shared_anew_opens()
    {
        await using var desk = await office.Enter("/settings/branches");
        var branch = desk.Page.GetByRole(AriaRole.Listitem).Filter(new() { HasText = "Nairobi West" });
        await branch.GetByRole(AriaRole.Button).ClickAsync();
        await desk.Page.GetByLabel("Customers ring").FillAsync("+254 709 555 010");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Change branch" }).ClickAsync();
        await Expect(desk.Page.GetByText("Nairobi West changed").First).ToBeVisibleAsync();

        var day = await TechnicianDayTests.Plan(desk.Page, "Akinyi Odera");
        var path = await Share(desk.Page, day);
        await using var customer = await Screen.Of(await office.Browser.NewContextAsync(new() { BaseURL = office.Url, Locale = "sw-KE", ReducedMotion = ReducedMotion.Reduce }));
        await customer.Page.GotoAsync(path);
        await Expect(customer.Page.GetByRole(AriaRole.Link, new() { Name = "Ongea nasi" })).ToHaveAttributeAsync("href", "tel:+254709555010");

        // A visit that was more than two weeks ago: nobody waits so long for a test.
        var before = DateTime.UtcNow.AddDays(-16);
        await Deeds.Post(desk.Page, "visits/reschedule", new { visit = day.Visit, lead = day.Technician, start = before, end = before.AddHours(1), zone = "Africa/Nairobi" });
        await Deeds.Until(desk.Page, "async path => (await fetch(path)).status === 410", path);
        await customer.Page.ReloadAsync();
        await Expect(customer.Page.GetByRole(AriaRole.Heading, new() { Name = "Kiungo hiki kimeisha" })).ToBeVisibleAsync();
        await Expect(customer.Page.GetByRole(AriaRole.Link, new() { Name = "Piga +254 709 555 010" })).ToHaveAttributeAsync("href", "tel:+254709555010");
        await Expect(customer.Page.GetByText("tunaweza kukutumia kiungo kipya")).ToBeVisibleAsync();
        await customer.Look("tracking-ended");

        Assert.Equal(path, await Share(desk.Page, day));
        await customer.Page.ReloadAsync();
        await Expect(customer.Page.GetByRole(AriaRole.Heading, new() { Name = "Kiungo hiki kimeisha" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_text_message_that_is_refused_goes_on_by_mail_and_one_that_nobody_takes_asks_the_office_to_ring()
    {
        const string number = "+254722000991";
        office.Texts.Refuses.Add(number);
        office.Mail.Unknown.Add("gone@savanna.example");
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Makena Gitonga");
        await Reached(desk.Page, day, new { name = "Amina Yusuf", phones = new[] { number }, email = "amina@savanna.example", channel = "sms" });
        await Write(desk.Page, day, "Please leave the rear gate open", "sent");
        Assert.Contains(office.Mail.Mails, mail => mail.Contains("amina@savanna.example", StringComparison.Ordinal) && mail.Contains("rear gate open", StringComparison.Ordinal));
        await desk.Page.GotoAsync($"/orders/{day.Order}");
        var line = desk.Page.Locator(".message").Filter(new() { HasText = "Written by the office" });
        await Expect(line).ToContainTextAsync("SMS refused; went on by E-mail.");
        await line.ClickAsync();
        await Expect(line).ToContainTextAsync($"SMS to {number} refused: This number is not reachable.");
        await desk.Look("order-sms-refused");

        await Reached(desk.Page, day, new { name = "Amina Yusuf", phones = new[] { number }, email = "gone@savanna.example", channel = "sms", declined = new[] { "whatsApp" } });
        await Write(desk.Page, day, "We come an hour later", "failed");
        await desk.Page.ReloadAsync();
        await Expect(line.Filter(new() { HasText = "failed" })).ToContainTextAsync("Nobody was told: SMS, E-mail refused. Ring the customer.");
    }

    [Fact]
    public async Task While_the_mail_server_is_down_the_office_sees_what_waits_and_it_goes_when_it_is_back()
    {
        await using var desk = await office.Enter("/queue");
        var day = await TechnicianDayTests.Plan(desk.Page, "Nekesa Wanyama");
        await Reached(desk.Page, day, new { name = "Juma Bakari", email = "juma@savanna.example", channel = "email" });
        office.Mail.Stop();
        try
        {
            await Write(desk.Page, day, "The compressor comes with us", "queued");
            await desk.Page.GotoAsync($"/orders/{day.Order}");
            var line = desk.Page.Locator(".message").Filter(new() { HasText = "Written by the office" });
            await Expect(line).ToContainTextAsync(new System.Text.RegularExpressions.Regex("E-mail does not get through yet. Tried (once|2 times); again [0-9]{2}:[0-9]{2}, by itself."));
            await desk.Look("order-mail-down");
            office.Mail.Start();
            await Expect(line).Not.ToContainTextAsync("does not get through", new() { Timeout = 120_000 });
            await Expect(line).ToContainTextAsync("sent");
        }
        finally
        {
            office.Mail.Start();
        }

        Assert.Contains(office.Mail.Mails, mail => mail.Contains("The compressor comes with us", StringComparison.Ordinal));
    }

    private static async Task<string> Share(IPage desk, TechnicianDayTests.Planned day) =>
        new Uri((await Deeds.Post(desk, "tracking/share", new { visit = day.Visit })).GetProperty("url").GetString()!).AbsolutePath;

    /// <summary>The order's contact becomes somebody who is reached like this.</summary>
    private static async Task Reached(IPage desk, TechnicianDayTests.Planned day, object details)
    {
        var order = await desk.EvaluateAsync<JsonElement>("async order => (await fetch(`/api/work-orders/${order}`)).json()", day.Order);
        var contact = Guid.CreateVersion7();
        await Deeds.Post(desk, "contacts/add", new { contact, account = order.GetProperty("account").GetString(), details });
        await Deeds.Post(desk, "work-orders/describe", new { workOrder = day.Order, contact });
    }

    /// <summary>Writes to the customer, and waits until it has come so far.</summary>
    private static async Task Write(IPage desk, TechnicianDayTests.Planned day, string text, string state)
    {
        await Deeds.Post(desk, "messages/send", new { message = Guid.CreateVersion7(), visit = day.Visit, text });
        await Deeds.Until(
            desk,
            """
            async ([order, text, state]) => {
              const line = (await (await fetch(`/api/messages?order=${order}`)).json()).items.find(m => m.text === text)
              return line.state === state && (state !== 'queued' || line.waiting?.because)
            }
            """, new[] { day.Order, text, state });
    }
}

namespace Callout.Browser.Tests;

/// <summary>The public form on a phone, beside the office that waits for what comes.</summary>
[Collection(nameof(Office))]
public sealed class ReportTests(Office office)
{
    [Fact]
    public async Task A_fault_reported_from_a_phone_with_a_photo_stands_in_the_queue_at_once()
    {
        await using var desk = await office.Enter("/queue");
        await using var phone = await office.Open("/report");
        await phone.Look("report");
        var page = phone.Page;
        await page.SetViewportSizeAsync(390, 844);
        await page.GetByLabel("Add a photo").SetInputFilesAsync(new FilePayload { Name = "paper.jpg", MimeType = "image/jpeg", Buffer = "%PDF-1.7 not a photo"u8.ToArray() });
        await Assertions.Expect(page.GetByText("paper.jpg is not a photo.")).ToBeVisibleAsync();
        await page.GetByLabel("Add a photo").SetInputFilesAsync(new FilePayload { Name = "IMG_2201.jpg", MimeType = "image/jpeg", Buffer = await Photo(page) });
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "Photo 1" })).ToBeVisibleAsync();
        await page.GetByLabel("What is wrong?").FillAsync("Display freezer by the till is warm, ice cream melting");
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).GetByText("Say where it is.")).ToBeVisibleAsync();
        await phone.Look("report-faults");
        await page.SetViewportSizeAsync(390, 844);

        await page.GetByRole(AriaRole.Button, new() { Name = "Deutsch" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Was ist los?")).ToHaveValueAsync("Display freezer by the till is warm, ice cream melting");
        await page.GetByRole(AriaRole.Button, new() { Name = "English" }).ClickAsync();
        await page.GetByLabel("Where is it?").FillAsync("Naivas, Ngong Road, ask for Amina");
        await page.GetByLabel("Your name").FillAsync("Amina Yusuf");
        await page.GetByLabel("Phone").FillAsync("+254 722 000 111");
        await page.GetByText("Today, if you can").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "We have your request" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await phone.Look("report-sent");

        var row = desk.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Display freezer by the till" });
        var bar = desk.Page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Show" });
        await Assertions.Expect(row.Or(bar).First).ToBeVisibleAsync();
        if (await bar.IsVisibleAsync()) await bar.ClickAsync();
        await row.ClickAsync();
        var sent = desk.Page.GetByRole(AriaRole.Img, new() { Name = "photo-1" });
        await Assertions.Expect(sent).ToBeVisibleAsync();
        Assert.Equal(1600, await sent.EvaluateAsync<int>("async picture => { await picture.decode(); return picture.naturalWidth }"));
        await desk.Look("queue-report");
    }

    [Fact]
    public async Task Without_a_connection_nothing_is_lost_not_even_by_loading_the_page_anew()
    {
        await using var phone = await office.Open("/report");
        var page = phone.Page;
        await page.GetByLabel("What is wrong?").FillAsync("Lift makes a grinding noise");
        await page.GetByLabel("Where is it?").FillAsync("Kenya Re Towers, lobby");
        await page.GetByLabel("Your name").FillAsync("مريم عبد الله");
        await page.GetByLabel("E-mail").FillAsync("mariam@towers.example");
        await page.Context.SetOfflineAsync(true);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.GetByText("No connection just now.")).ToBeVisibleAsync();
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByLabel("What is wrong?")).ToHaveValueAsync("Lift makes a grinding noise");
        // The form was handed out anew, and no person sends one within two seconds.
        await page.WaitForTimeoutAsync(2_100);
        await page.GetByRole(AriaRole.Button, new() { Name = "Send the report" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "We have your request" })).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    /// <summary>As large as a camera's, and with too much in it to be small.</summary>
    private static async Task<byte[]> Photo(IPage page) => Convert.FromBase64String(await page.EvaluateAsync<string>("""
        () => {
          const canvas = document.createElement('canvas')
          canvas.width = 2400
          canvas.height = 1800
          const pen = canvas.getContext('2d')
          for (let y = 0; y < 1800; y += 20) for (let x = 0; x < 2400; x += 20) {
            pen.fillStyle = `rgb(${(x * 7 + y) % 256}, ${(x + y * 5) % 256}, ${(x * y) % 256})`
            pen.fillRect(x, y, 20, 20)
          }
          return canvas.toDataURL('image/jpeg', 0.95).split(',')[1]
        }
        """));
}

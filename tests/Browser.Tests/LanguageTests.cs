namespace Callout.Browser.Tests;

/// <summary>The office in other languages than English; what the messages themselves must keep to is tested where they lie.</summary>
[Collection(nameof(Office))]
public sealed class LanguageTests(Office office)
{
    private static readonly string[] Pages = ["/queue", "/orders", "/board", "/customers", "/people", "/money", "/settings/organisation"];

    [Theory]
    [InlineData("Deutsch", "de", "Aufträge", "Alles finden")]
    [InlineData("Kiswahili", "sw", "Oda", "Tafuta chochote")]
    [InlineData("Français", "fr", "Ordres", "Tout chercher")]
    public async Task The_office_speaks_the_language_that_somebody_chooses(string language, string code, string orders, string find)
    {
        await using var screen = await office.Enter("/orders");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "look and signing out" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = language }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = orders })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", code);

        foreach (var path in Pages)
        {
            await page.GotoAsync(path);
            await page.GetByRole(AriaRole.Button, new() { Name = find }).WaitForAsync();
            await screen.Look($"{path[1..].Split('/')[0]}-{code}");
            await page.SetViewportSizeAsync(390, 844);
            var beyond = await page.EvaluateAsync<string[]>("""
                () => document.documentElement.scrollWidth <= innerWidth ? []
                    : [...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 150))
                """);
            Assert.True(beyond is [], $"{path} in {language} is wider than a phone: {string.Join('\n', beyond)}");
            await page.SetViewportSizeAsync(Screen.Desk.Width, Screen.Desk.Height);
        }

        Assert.Empty(screen.Faults);
    }

    [Fact]
    public async Task A_language_that_is_chosen_over_a_form_waits_until_the_form_is_done()
    {
        await using var screen = await office.Enter("/queue");
        var page = screen.Page;
        var day = await TechnicianDayTests.Plan(page, "Wambui Kariuki");
        await page.GotoAsync($"/orders/{day.Order}");
        var note = page.Locator(".add-note").GetByRole(AriaRole.Textbox);
        await note.FillAsync("The key is with the guard");
        await page.GetByRole(AriaRole.Button, new() { Name = "look and signing out" }).ClickAsync();
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Deutsch" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Deutsch comes as soon as what you are writing is sent or left")).ToBeVisibleAsync();
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, "language-waits.png") });
        await Assertions.Expect(note).ToHaveValueAsync("The key is with the guard");

        await page.Locator(".add-note").GetByRole(AriaRole.Button).ClickAsync();
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "de");
        await Assertions.Expect(page.GetByText("The key is with the guard").First).ToBeVisibleAsync();
        Assert.Empty(screen.Faults);
    }

    [Fact]
    public async Task Before_anybody_chooses_it_is_the_browsers_language()
    {
        var context = await office.Browser.NewContextAsync(new() { BaseURL = office.Url, Locale = "fr-CI" });
        await using var screen = await Screen.Of(context);
        await screen.Page.GotoAsync("/sign-in");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Se connecter" })).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.Locator("html")).ToHaveAttributeAsync("lang", "fr");
    }
}

namespace Callout.Browser.Tests;

/// <summary>What goes wrong at a desk, and what the person sees of it.</summary>
[Collection(nameof(Office))]
public sealed class BadDayTests(Office office)
{
    [Fact]
    public async Task The_sign_in_expires_half_way_through_a_request_and_nothing_is_lost()
    {
        await using var screen = await office.Enter("/queue");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.ClickAsync();
        await page.GetByLabel("What is needed").FillAsync("Ice on the evaporator, door will not close");
        await page.Context.ClearCookiesAsync();
        await page.GetByLabel("Who is calling").FillAsync("Savanna");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).WaitForAsync();
        await page.GetByLabel("E-mail").FillAsync("ann@baridi.example");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync(Deeds.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.ClickAsync();
        await Assertions.Expect(page.GetByLabel("What is needed")).ToHaveValueAsync("Ice on the evaporator, door will not close");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take down" }).ClickAsync();
        await Assertions.Expect(Row(page, "Ice on the evaporator")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task What_is_pressed_twice_is_done_once_and_the_way_back_leads_to_the_list()
    {
        await using var screen = await office.Enter("/queue");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.ClickAsync();
        await page.GetByLabel("What is needed").FillAsync("Pressed in haste");
        await page.GetByRole(AriaRole.Button, new() { Name = "Take down" }).DblClickAsync();
        await Assertions.Expect(Row(page, "Pressed in haste")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Link, new() { Name = "Customers" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Customers" }).WaitForAsync();
        await page.GoBackAsync();
        await Assertions.Expect(Row(page, "Pressed in haste")).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task Two_tabs_of_one_person_show_the_same()
    {
        await using var screen = await office.Enter("/queue");
        var other = await screen.Page.Context.NewPageAsync();
        await other.GotoAsync("/queue");
        await other.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.ClickAsync();
        await other.GetByLabel("What is needed").FillAsync("Written in the other tab");
        await other.GetByRole(AriaRole.Button, new() { Name = "Take down" }).ClickAsync();
        await Assertions.Expect(Row(screen.Page, "Written in the other tab").Or(screen.Page.GetByText("1 new"))).ToBeVisibleAsync();
    }

    [Theory]
    [InlineData("Kühlraum 🧊🧊🧊 taut ab")]
    [InlineData("ثلاجة العرض لا تبرد منذ الصباح")]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitänskajütenkühlschranktürdichtungsprofilverlängerungsstückbefestigungsschraubenunterlegscheibenhersteller")]
    public async Task A_name_of_any_script_and_length_breaks_no_page(string summary)
    {
        await using var screen = await office.Enter("/queue");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.ClickAsync();
        await page.GetByLabel("Caller").FillAsync(string.Concat(Enumerable.Repeat("Amina ", 33)));
        await page.GetByLabel("What is needed").FillAsync(summary);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take down" }).ClickAsync();
        await Row(page, summary[..20]).First.ClickAsync();
        foreach (var (width, height) in new[] { (1440, 900), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            var beyond = await page.EvaluateAsync<string[]>("""
                () => document.documentElement.scrollWidth <= innerWidth ? []
                    : [...document.querySelectorAll('*')].filter(e => e.getBoundingClientRect().right > innerWidth).map(e => e.outerHTML.slice(0, 150))
                """);
            Assert.True(beyond is [], $"wider than {width}: {string.Join('\n', beyond)}");
        }

        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, $"queue-any-script-{summary.Length}.png") });
    }

    private static ILocator Row(IPage page, string subject) => page.GetByRole(AriaRole.Option).Filter(new() { HasText = subject });
}

namespace Callout.Browser.Tests;

/// <summary>What the administrator of a new installation does, from the link that the first start prints to the open office.</summary>
internal static class FirstDay
{
    /// <summary>The signed-in state, for the windows of the other tests.</summary>
    public static async Task<string> Live(Office office, string link)
    {
        await using var screen = await office.Open(link);
        await SetPassword(screen);
        await SignIn(screen);
        await Begin(screen);
        await Assertions.Expect(screen.Page.GetByText("Nothing waits here")).ToBeVisibleAsync();
        await screen.Look("queue-empty");
        return await screen.Page.Context.StorageStateAsync();
    }

    private static async Task SetPassword(Screen screen)
    {
        var (page, button) = (screen.Page, screen.Page.GetByRole(AriaRole.Button, new() { Name = "Set password" }));
        await page.GetByLabel("New password").FillAsync(Deeds.Password);
        await page.GetByLabel("The same again").FillAsync("four plain words hear");
        await Assertions.Expect(page.GetByText("The two are not the same.")).ToBeVisibleAsync();
        await Assertions.Expect(button).ToBeDisabledAsync();
        await screen.Look("set-password");
        await page.GetByLabel("The same again").FillAsync(Deeds.Password);
        await button.ClickAsync();
    }

    private static async Task SignIn(Screen screen)
    {
        await Assertions.Expect(screen.Page.GetByLabel("E-mail")).Not.ToHaveValueAsync(""); // known from the link
        await screen.Page.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync(Deeds.Password);
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
    }

    private static async Task Begin(Screen screen)
    {
        var page = screen.Page;
        await page.GetByLabel("Name, as on your letterhead").FillAsync("Baridi Cooling");
        await page.GetByLabel("First branch").FillAsync("Nairobi West");
        await page.GetByLabel("Your name").FillAsync("Ann Njeri");
        await page.GetByLabel("Your e-mail").FillAsync("ann@baridi.example");
        await screen.Look("first-run");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();

        await Step(screen, "Your letterhead", "first-run-letterhead");
        await page.GetByLabel("Under the name on paper").FillAsync("Lusaka Road, Nairobi\n+254 709 555 010");
        await page.GetByLabel("Tax, as it is called").FillAsync("VAT");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save and continue" }).ClickAsync();
        await Step(screen, "Your branches", "first-run-branches");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Step(screen, "Public holidays", "first-run-holidays");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Step(screen, "Your work", "first-run-work");
        await page.GetByRole(AriaRole.Button, new() { Name = "Open the office" }).ClickAsync();
    }

    private static async Task Step(Screen screen, string title, string picture)
    {
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = title }).WaitForAsync();
        await screen.Look(picture);
    }
}

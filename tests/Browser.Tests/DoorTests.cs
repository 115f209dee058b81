namespace Callout.Browser.Tests;

[Collection(nameof(Office))]
public sealed class DoorTests(Office office)
{
    [Fact]
    public async Task Signing_in_can_be_read_by_everyone_at_every_size()
    {
        await using var screen = await office.Open("/sign-in");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Sign in" }).WaitForAsync();
        await screen.Look("sign-in");
    }

    [Fact]
    public async Task A_link_that_was_used_says_so_and_what_to_do()
    {
        await using var screen = await office.Open("/set-password/some-link");
        await Assertions.Expect(screen.Page.GetByText("Ask for a new one.")).ToBeVisibleAsync();
        await screen.Look("spent-link");
    }

    [Fact]
    public async Task A_wrong_password_is_refused_without_saying_which_part_was_wrong()
    {
        await using var screen = await office.Open("/sign-in");
        await screen.Page.GetByLabel("E-mail").FillAsync("nobody@example.org");
        await screen.Page.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync("not the password");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("is not right");
        await screen.Look("sign-in-refused");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_is_led_to_the_door_and_back()
    {
        await using var screen = await office.Open("/people");
        await Assertions.Expect(screen.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in.*people"));
    }

    [Fact]
    public async Task The_browser_is_told_to_run_nothing_but_our_own_files()
    {
        await using var screen = await office.Open("/sign-in");
        var answer = await screen.Page.Context.APIRequest.GetAsync("/sign-in");
        var policy = answer.Headers["content-security-policy"];
        Assert.DoesNotContain("unsafe", policy);
        Assert.Contains("require-trusted-types-for 'script'", policy);
        await screen.Page.EvaluateAsync("() => { const s = document.createElement('style'); s.textContent = 'body { color: red }'; document.head.append(s) }");
        Assert.Contains(screen.Faults, fault => fault.Contains("Content Security Policy", StringComparison.Ordinal)); // proves that a violation would be seen
    }

    [Fact]
    public async Task Files_are_kept_for_ever_and_pages_asked_for_anew()
    {
        await using var screen = await office.Open("/sign-in");
        var script = await screen.Page.Locator("script[type=module]").First.GetAttributeAsync("src");
        var request = screen.Page.Context.APIRequest;
        Assert.Equal("public, max-age=31536000, immutable", (await request.GetAsync(script!)).Headers["cache-control"]);
        Assert.Equal("no-cache", (await request.GetAsync("/queue")).Headers["cache-control"]);
        Assert.Equal(404, (await request.GetAsync("/assets/gone.js")).Status);
    }
}

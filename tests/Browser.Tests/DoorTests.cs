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
    public async Task Setting_a_password_says_at_once_when_the_two_differ()
    {
        await using var screen = await office.Open("/set-password/some-link");
        await screen.Page.GetByLabel("New password").FillAsync("four plain words here");
        await screen.Page.GetByLabel("The same again").FillAsync("four plain words hear");
        await Assertions.Expect(screen.Page.GetByText("The two are not the same.")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Button, new() { Name = "Set password" })).ToBeDisabledAsync();
        await screen.Look("set-password");
    }

    [Fact]
    public async Task The_first_questions_are_answered_on_one_page()
    {
        await using var screen = await office.Open("/first-run");
        await screen.Page.GetByLabel("Name, as on your letterhead").WaitForAsync();
        await screen.Look("first-run");
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

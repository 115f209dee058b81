namespace Callout.Browser.Tests;

[Collection(nameof(Office))]
public sealed class PeopleTests(Office office)
{
    [Fact]
    public async Task A_colleague_is_invited_by_a_link_and_their_roles_can_be_changed()
    {
        await using var screen = await office.Enter("/people");
        var page = screen.Page;
        await page.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        var dialog = page.GetByRole(AriaRole.Dialog);
        await dialog.GetByLabel("Name", new() { Exact = true }).FillAsync("Ruth Wekesa");
        await dialog.GetByLabel("E-mail").FillAsync("ruth@baridi.example");
        await screen.Look("invite");
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Invite" }).ClickAsync();
        await Assertions.Expect(dialog.GetByLabel("One-time link")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/set-password/.{20,}"));
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();

        await page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Ruth Wekesa" }).ClickAsync();
        await screen.Look("people");
        var sheet = page.GetByRole(AriaRole.Complementary, new() { Name = "Ruth Wekesa" });
        await sheet.GetByLabel("Customer support").CheckAsync();
        await sheet.GetByRole(AriaRole.Button, new() { Name = "Change roles" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Ruth Wekesa" })).ToContainTextAsync("Customer support");
    }
}

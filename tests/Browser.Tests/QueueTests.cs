namespace Callout.Browser.Tests;

[Collection(nameof(Office))]
public sealed class QueueTests(Office office)
{
    [Fact]
    public async Task A_request_that_is_taken_down_stands_in_the_queue_and_becomes_an_order()
    {
        await using var screen = await office.Enter("/queue");
        await TakeDown(screen.Page, "Cold room at 9 °C, stock at risk");
        await screen.Page.GetByRole(AriaRole.Option, new() { Name = "Cold room at 9 °C" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Create order" }).WaitForAsync();
        await screen.Look("queue");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Create order" }).ClickAsync();
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "Open", Exact = true }).ClickAsync();
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Heading, new() { Name = "Cold room at 9 °C, stock at risk" })).ToBeVisibleAsync();
        await screen.Look("order");
    }

    [Fact]
    public async Task What_arrives_while_someone_reads_waits_behind_a_bar()
    {
        await using var reader = await office.Enter("/queue");
        await using var taker = await office.Enter("/queue");
        await TakeDown(reader.Page, "Something to read meanwhile");
        await Assertions.Expect(Row(taker.Page, "Something to read meanwhile").Or(Bar(taker.Page))).ToBeVisibleAsync();
        await TakeDown(taker.Page, "Lift stopped between floors");
        await Assertions.Expect(Bar(reader.Page)).ToBeVisibleAsync();
        await Assertions.Expect(Row(reader.Page, "Lift stopped between floors")).ToBeHiddenAsync();
        await reader.Look("queue-arrived");
        await Bar(reader.Page).ClickAsync();
        await Assertions.Expect(Row(reader.Page, "Lift stopped between floors")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Without_a_connection_a_request_is_kept_and_sent_when_there_is_one()
    {
        await using var screen = await office.Enter("/queue");
        await screen.Page.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.WaitForAsync();
        await screen.Page.Context.SetOfflineAsync(true);
        await TakeDown(screen.Page, "Freezer frosting over");
        await Assertions.Expect(screen.Page.GetByText("1 change waits on this device.")).ToBeVisibleAsync();
        await Assertions.Expect(Row(screen.Page, "Freezer frosting over")).ToContainTextAsync("Unsent");
        await screen.Page.Context.SetOfflineAsync(false);
        await Assertions.Expect(Row(screen.Page, "Freezer frosting over")).Not.ToContainTextAsync("Unsent");
        await using var other = await office.Enter("/queue");
        await Assertions.Expect(Row(other.Page, "Freezer frosting over")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Ctrl_K_finds_and_does_from_anywhere()
    {
        await using var screen = await office.Enter("/people");
        await screen.Page.GetByRole(AriaRole.Heading, new() { Name = "People" }).WaitForAsync();
        await screen.Page.Keyboard.PressAsync("Control+k");
        await screen.Page.GetByRole(AriaRole.Combobox, new() { Name = "Find anything" }).FillAsync("new req");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Option, new() { Name = "New request" })).ToBeVisibleAsync();
        await screen.Look("find");
        await screen.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(screen.Page.GetByRole(AriaRole.Dialog, new() { Name = "New request" })).ToBeVisibleAsync();
    }

    private static ILocator Row(IPage page, string subject) => page.GetByRole(AriaRole.Option).Filter(new() { HasText = subject });

    private static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Show" });

    private static async Task TakeDown(IPage page, string summary)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "New request" }).First.ClickAsync();
        await page.GetByLabel("What is needed").FillAsync(summary);
        await page.GetByRole(AriaRole.Button, new() { Name = "Take down" }).ClickAsync();
        await Assertions.Expect(Row(page, summary)).ToBeVisibleAsync();
    }
}

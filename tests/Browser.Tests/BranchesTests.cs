namespace Callout.Browser.Tests;

/// <summary>Two dispatchers of two branches at their desks, while requests come in for both.</summary>
[Collection(nameof(Office))]
public sealed class BranchesTests(Office office)
{
    [Fact]
    public async Task Requests_arrive_live_at_the_desks_of_their_own_branch_and_nowhere_else()
    {
        await using var head = await office.Enter("/queue");
        var (west, coast) = (await Branch(head.Page, "Voi West"), await Branch(head.Page, "Tanga Coast"));
        await using var atWest = await Desk(west.Link);
        await using var atCoast = await Desk(coast.Link);

        await Receive(head.Page, west.Id, "Ice machine floods the bar");
        await Assertions.Expect(Row(atWest.Page, "Ice machine floods the bar")).ToBeVisibleAsync();
        // Once the later one is there, the earlier one would be too.
        await Receive(head.Page, coast.Id, "Jetty lights out");
        await Assertions.Expect(Row(atCoast.Page, "Jetty lights out")).ToBeVisibleAsync();
        await Assertions.Expect(atCoast.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(1);

        await Receive(head.Page, coast.Id, "Cold store warm at the fish market");
        await Assertions.Expect(Row(atCoast.Page, "Cold store warm at the fish market").Or(Bar(atCoast.Page))).ToBeVisibleAsync();
        await Receive(head.Page, west.Id, "Lift stands between floors");
        await Assertions.Expect(Row(atWest.Page, "Lift stands between floors").Or(Bar(atWest.Page))).ToBeVisibleAsync();
        await atWest.Page.ReloadAsync();
        await Assertions.Expect(Row(atWest.Page, "Lift stands between floors")).ToBeVisibleAsync();
        await Assertions.Expect(atWest.Page.GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await atWest.Look("queue-of-a-branch");
    }

    private async Task<Screen> Desk(string link)
    {
        var desk = await office.Open(link);
        await Deeds.SignIn(desk.Page);
        await Assertions.Expect(desk.Page.GetByText("Nothing waits here")).ToBeVisibleAsync();
        return desk;
    }

    private static async Task<(string Id, string Link)> Branch(IPage page, string name)
    {
        var (branch, person) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await Deeds.Post(page, "branches/open", new { branch, code = name[..3].ToUpperInvariant(), name });
        var invited = await Deeds.Post(page, "people/invite", new { person, name = $"Dispatcher of {name}", email = $"{person}@baridi.example", rights = new { roles = new[] { "dispatcher" }, branches = new[] { branch } } });
        return (branch.ToString(), invited.GetProperty("link").GetString()!);
    }

    private static Task Receive(IPage page, string branch, string summary) => Deeds.Post(page, "requests/receive", new { request = Guid.CreateVersion7(), branch, channel = "api", summary });

    private static ILocator Row(IPage page, string subject) => page.GetByRole(AriaRole.Option).Filter(new() { HasText = subject });

    private static ILocator Bar(IPage page) => page.GetByRole(AriaRole.Button).Filter(new() { HasText = "Show" });
}

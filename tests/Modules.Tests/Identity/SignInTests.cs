using System.Net;
using Callout.Identity;

namespace Callout.Modules.Tests.Identity;

public sealed class SignInTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async Task InitializeAsync() => house = await TestHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    [Fact]
    public async Task The_first_start_lets_an_administrator_in_who_sets_up_the_organisation()
    {
        var first = (await house.FirstStart())!;
        await house.SetPassword(first.Link);
        var browser = await house.SignedIn(first.Email);
        Assert.Null((await browser.Get<SessionPage>("session")).Organisation);

        await browser.Run(new BeginOrganisation("Baridi Cooling Ltd", DateTimeZoneProviders.Tzdb["Africa/Nairobi"], "KES", "NBO", "Nairobi", "Ann Wambui", "ann@example.org"));

        var session = await browser.Get<SessionPage>("session");
        Assert.Equal(("Ann Wambui", "Baridi Cooling Ltd", "NBO"), (session.Person!.Name, session.Organisation!.Name, session.Branches.Single().Code));
        Assert.Equal([Role.SuperAdmin], session.Roles);
        Assert.Contains("people/invite", session.May);
        Assert.Null(await house.FirstStart());
    }

    [Fact]
    public async Task A_start_before_anyone_has_come_in_gives_a_new_link_and_ends_the_old_one()
    {
        var (first, second) = ((await house.FirstStart())!, (await house.FirstStart())!);

        Assert.Null(second.ApiKey);
        Assert.Equal("password.link-spent", await new Browser(house).Code(new Browser(house).Post("password/set", new SetPassword(first.Link.Split('/')[^1], Given.Password))));
        await house.SetPassword(second.Link);
    }

    [Fact]
    public async Task A_link_works_once_and_not_for_ever()
    {
        var first = (await house.FirstStart())!;
        await house.SetPassword(first.Link);
        var again = new SetPassword(first.Link.Split('/')[^1], Given.Password);
        Assert.Equal("password.link-spent", await new Browser(house).Code(new Browser(house).Post("password/set", again)));

        var late = (string)(await house.Admin.Post(new InvitePerson(house.New<PersonId>(), "Ben", "ben@example.org", Given.Everywhere(Role.Support))))["link"]!;
        house.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal("password.link-spent", await new Browser(house).Code(new Browser(house).Post("password/look", new LookAtLink(late.Split('/')[^1]))));
    }

    [Theory]
    [InlineData("short", "password.length")]
    [InlineData("password123456", "password.guessable")]
    [InlineData("aaaaaaaaaaaaaaaa", "password.guessable")]
    [InlineData("somebody@example", "password.guessable")]
    public async Task A_password_that_is_soon_guessed_is_not_taken(string password, string code)
    {
        var invitation = await house.Admin.Post(new InvitePerson(house.New<PersonId>(), "Somebody Else", "somebody@example.org", Given.Everywhere(Role.Support)));
        var set = new SetPassword(((string)invitation["link"]!).Split('/')[^1], password);
        Assert.Equal(code, await new Browser(house).Code(new Browser(house).Post("password/set", set)));
    }

    [Fact]
    public async Task Nobody_learns_whether_an_account_exists()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        for (var attempt = 1; attempt <= 7; attempt++)
            Assert.Equal(await Answer("ann@example.org", "not the password"), await Answer("nobody@example.org", "not the password"));
        Assert.Equal(await Answer("ann@example.org", Given.Password), await Answer("nobody@example.org", Given.Password));
    }

    [Fact]
    public async Task Five_failures_lock_the_account_for_a_while()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        for (var attempt = 1; attempt <= 5; attempt++) await Answer("ann@example.org", "not the password");
        Assert.Equal("sign-in.refused", await new Browser(house).Code(new Browser(house).SignIn("ann@example.org", Given.Password)));

        house.Time.Advance(TimeSpan.FromSeconds(61));
        await house.SignedIn("ANN@example.org ");

        Assert.Equal(5, (await house.Ledger()).Count(e => e == "sign-in.failed"));
    }

    [Fact]
    public async Task Signing_out_ends_it_on_the_server()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        var browser = await house.SignedIn("ann@example.org");
        var copied = browser.At(house);
        Assert.Equal(HttpStatusCode.OK, await copied.Status("session"));

        await browser.Post("session/sign-out", new { });

        Assert.Equal(HttpStatusCode.Unauthorized, await copied.Status("session"));
        Assert.Contains("sign-in.ended", await house.Ledger());
    }

    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        using var answer = await new Browser(house).SignIn("ann@example.org", Given.Password);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single().ToLowerInvariant();
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=strict", cookie);
        Assert.Contains("path=/", cookie);
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", null)]
    [InlineData("X-Callout", null)]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task What_another_site_makes_the_browser_send_changes_nothing(string header, string? value)
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.SuperAdmin));
        var browser = await house.SignedIn("ann@example.org");
        browser.Http.DefaultRequestHeaders.Remove(header);
        if (value is not null) browser.Http.DefaultRequestHeaders.Add(header, value);

        Assert.Equal("access.cross-site", await browser.Code(browser.Send(new AddZone(house.New<ZoneId>(), "Coast"))));
        Assert.Equal("access.cross-site", await browser.Code(browser.SignIn("ann@example.org", Given.Password)));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("session"));
    }

    [Fact]
    public async Task Without_signing_in_the_answer_is_401_and_no_redirect()
    {
        var browser = new Browser(house);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("session"));
        Assert.Equal("access.unauthenticated", await browser.Code(browser.Http.GetAsync("/api/people")));
    }

    [Fact]
    public async Task A_sign_in_ends_by_itself_after_a_week_unused()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        var browser = await house.SignedIn("ann@example.org");
        house.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("session"));
        house.Time.Advance(TimeSpan.FromDays(6));
        Assert.Equal(HttpStatusCode.OK, await browser.Status("session"));
        house.Time.Advance(TimeSpan.FromDays(8));
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.Status("session"));
    }

    private async Task<string> Answer(string email, string password)
    {
        using var answer = await new Browser(house).SignIn(email, password);
        var body = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync())!.AsObject();
        body.Remove("traceId");
        return $"{(int)answer.StatusCode} {body.ToJsonString()}";
    }
}

using System.Text;
using Callout.Identity;

namespace Callout.Modules.Tests.Identity;

public sealed class SecondStepTests : IAsyncLifetime
{
    private TestHouse house = null!;

    public async Task InitializeAsync() => house = await TestHouse.Start();

    public async Task DisposeAsync() => await house.DisposeAsync();

    // The test vectors of RFC 6238, appendix B, cut to six figures.
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void The_code_is_that_of_the_standard(long seconds, string code)
    {
        var key = Encoding.ASCII.GetBytes("12345678901234567890");
        Assert.Equal(code, Totp.Code(key, Totp.StepAt(Instant.FromUnixTimeSeconds(seconds))));
        Assert.Equal(key, Totp.Read(Totp.Write(key)));
    }

    [Fact]
    public async Task Once_set_up_it_is_asked_for_and_each_code_works_once()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        var (key, _) = await SetUp(await house.SignedIn("ann@example.org"));
        var browser = new Browser(house);
        Assert.Equal("sign-in.code-needed", await browser.Code(browser.SignIn("ann@example.org", Given.Password)));

        Assert.Equal("sign-in.refused", await browser.Code(browser.SignIn("ann@example.org", Given.Password, Now(key)))); // used to set it up
        house.Time.Advance(TimeSpan.FromSeconds(30));
        var code = Now(key);
        await browser.SignedIn("ann@example.org", code: code);

        Assert.Equal("sign-in.refused", await browser.Code(new Browser(house).SignIn("ann@example.org", Given.Password, code)));
    }

    [Fact]
    public async Task A_recovery_code_lets_in_once()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        var (_, codes) = await SetUp(await house.SignedIn("ann@example.org"));
        Assert.Equal(10, codes.Count);

        await new Browser(house).SignedIn("ann@example.org", code: codes[3].ToUpperInvariant());

        Assert.Equal("sign-in.refused", await new Browser(house).Code(new Browser(house).SignIn("ann@example.org", Given.Password, codes[3])));
        Assert.Contains("recovery-code.used", await house.Ledger());
    }

    [Fact]
    public async Task Wrong_codes_lock_as_wrong_passwords_do()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        var (key, _) = await SetUp(await house.SignedIn("ann@example.org"));
        house.Time.Advance(TimeSpan.FromSeconds(60));
        for (var attempt = 1; attempt <= 5; attempt++) Assert.Equal("sign-in.refused", await new Browser(house).Code(new Browser(house).SignIn("ann@example.org", Given.Password, "wrong")));

        Assert.Equal("sign-in.refused", await new Browser(house).Code(new Browser(house).SignIn("ann@example.org", Given.Password, Now(key))));
    }

    [Fact]
    public async Task Whose_role_requires_it_sets_it_up_before_anything_else()
    {
        var branch = await house.Branch("NBO");
        await house.Person("ann@example.org", Given.In(branch, Role.Dispatcher));
        await house.Admin.Post(new RequireSecondStep([Role.Dispatcher]));
        var browser = await house.SignedIn("ann@example.org");
        Assert.True((await browser.Get<SessionPage>("session")).MustSetUpSecondStep);
        Assert.Equal("access.forbidden", await browser.Code(browser.Http.GetAsync("/api/requests")));
        Assert.Equal("access.forbidden", await browser.Code(browser.Http.GetAsync("/api/feed")));

        await SetUp(browser);
        house.Time.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal([Role.Dispatcher], (await browser.Get<SessionPage>("session")).Roles);
        Assert.Equal(System.Net.HttpStatusCode.OK, await browser.Status("requests"));
    }

    [Fact]
    public async Task Removing_it_takes_a_code()
    {
        await house.Person("ann@example.org", Given.Everywhere(Role.Support));
        var browser = await house.SignedIn("ann@example.org");
        var (_, codes) = await SetUp(browser);
        Assert.Equal("second-step.code", await browser.Code(browser.Send(new RemoveSecondStep("000000"))));
        await browser.Run(new RemoveSecondStep(codes[0]));
        await new Browser(house).SignedIn("ann@example.org");
    }

    private async Task<(byte[] Key, IReadOnlyList<string> Codes)> SetUp(Browser browser)
    {
        var key = Totp.Read((string)(await browser.Run(new OfferSecondStep()))["key"]!);
        var answer = await browser.Run(new SetUpSecondStep(Now(key)));
        return (key, [.. answer["codes"]!.AsArray().Select(c => (string)c!)]);
    }

    private string Now(byte[] key) => Totp.Code(key, Totp.StepAt(house.Now));
}

using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Callout.Web.Bench;

/// <summary>A browser at which the administrator sits, signed in.</summary>
internal sealed class Desk(IPlaywright playwright, IBrowser browser, string state, string url) : IAsyncDisposable
{
    /// <summary>Notes in <c>window.shown</c> when, in milliseconds since 1970, something first is there.</summary>
    public const string WhenShown = """
        what => { window.shown = new Promise(done => {
          const look = () => document.querySelector(what) && done(performance.timeOrigin + performance.now())
          new MutationObserver(look).observe(document.body, { subtree: true, attributes: true, childList: true })
          look()
        }) }
        """;

    private const string Password = "four plain words here";

    private static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    public static async Task<Desk> At(ServerProcess server)
    {
        var url = server.Url.ToString().TrimEnd('/');
        var token = Regex.Match(server.Output, "/set-password/([^\\s]+)").Groups[1].Value;
        using var http = Client(server.Url);
        await Send(http, "organisation/begin", new { organisation = "Measured", timeZone = "Africa/Nairobi", currency = "KES", branchCode = "NBO", branch = "Nairobi" }, await server.Key);
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = "/usr/bin/chromium", Headless = true, Args = Flags });
        var context = await browser.NewContextAsync(new() { BaseURL = url });
        var page = await context.NewPageAsync();
        await Enter(page, $"/set-password/{token}", "admin@localhost");
        return new(playwright, browser, await context.StorageStateAsync(), url);
    }

    /// <summary>From the link of an invitation into whatever is theirs.</summary>
    public static async Task Enter(IPage page, string link, string email)
    {
        await page.GotoAsync(link);
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in**", new() { Timeout = 60_000 });
        await page.GetByLabel("E-mail").FillAsync(email);
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(u => !u.Contains("sign-in", StringComparison.Ordinal), new() { Timeout = 60_000 });
    }

    public static HttpClient Client(Uri server)
    {
        var http = new HttpClient { BaseAddress = server, Timeout = TimeSpan.FromMinutes(5) };
        http.DefaultRequestHeaders.Add("X-Callout", "bench");
        return http;
    }

    public static async Task<string> Send(HttpClient http, string route, object body, string? key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/{route}") { Content = JsonContent.Create(body, options: Wire.Json) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        if (key is not null) request.Headers.Authorization = new("Bearer", key);
        using var answer = await http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{route}: {(int)answer.StatusCode} {text}");
    }

    /// <summary>A window of a device that has never been here before; without <paramref name="signedIn"/>, of a stranger.</summary>
    public async Task<IPage> Open(bool signedIn = true, int width = 1440, int height = 900)
    {
        var context = await browser.NewContextAsync(new() { BaseURL = url, StorageState = signedIn ? state : null, ViewportSize = new() { Width = width, Height = height }, TimezoneId = "Africa/Nairobi" });
        context.SetDefaultTimeout(120_000);
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        playwright.Dispose();
    }
}

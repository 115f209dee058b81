using System.Text.Json;

namespace Callout.Browser.Tests;

/// <summary>What tests of many pages do on the way.</summary>
internal static class Deeds
{
    internal const string Password = "four plain words here";

    /// <summary>From the link of an invitation into whatever is theirs.</summary>
    public static async Task SignIn(IPage page)
    {
        await page.GetByLabel("New password").FillAsync(Password);
        await page.GetByLabel("The same again").FillAsync(Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "Set password" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("E-mail")).Not.ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "Password" }).FillAsync(Password);
        await page.RunAndWaitForResponseAsync(() => page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync(), r => r.Url.EndsWith("/api/session/sign-in", StringComparison.Ordinal));
    }

    /// <summary>Waits until the page answers yes. Playwright's own wait takes a promise for a yes.</summary>
    /// <param name="condition">A function that may be asynchronous.</param>
    /// <param name="witness">Whose screen is told of when it never comes to that; the page itself where nothing is said.</param>
    public static async Task Until(IPage page, string condition, object? about = null, IPage? witness = null)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            if (await page.EvaluateAsync<bool>($"async about => Boolean(await ({condition})(about))", about)) return;
            await Task.Delay(200);
        }

        Assert.Fail($"It never came to {condition}. Seen instead:\n{await (witness ?? page).Locator("body").InnerTextAsync()}\nThe server failed on:\n{Office.Failures}");
    }

    /// <summary>Sends a command as whoever sits at this page.</summary>
    public static Task<JsonElement> Post(IPage page, string route, object body) => page.EvaluateAsync<JsonElement>(
        """
        async ({ route, body }) => {
          const answer = await fetch(`/api/${route}`, { method: 'POST', headers: { 'x-callout': 'office', 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() }, body })
          if (!answer.ok) throw new Error(`${route}: ${await answer.text()}`)
          return await answer.json()
        }
        """,
        new { route, body = JsonSerializer.Serialize(body) });
}

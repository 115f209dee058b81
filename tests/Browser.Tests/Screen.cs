using System.Text.Json;

namespace Callout.Browser.Tests;

/// <summary>One browser window, which remembers whatever went wrong in it.</summary>
internal sealed class Screen(IBrowserContext context, IPage page) : IAsyncDisposable
{
    public static readonly ViewportSize Desk = new() { Width = 1440, Height = 900 };

    private static readonly ViewportSize Phone = new() { Width = 390, Height = 844 };

    private static readonly Lazy<string> Axe = new(() => File.ReadAllText(Path.Combine(Repository.Root, "web", "node_modules", "axe-core", "axe.min.js")));

    private readonly List<string> faults = [];

    public IPage Page => page;

    public static async Task<Screen> Of(IBrowserContext context)
    {
        var page = await context.NewPageAsync();
        var screen = new Screen(context, page);
        page.PageError += (_, fault) => screen.faults.Add(fault);
        page.Console += (_, message) => screen.Hear(message);
        return screen;
    }

    /// <summary>Keeps a picture of the page at the desk and on a phone, light and dark, and checks each for what shuts people out.</summary>
    public async Task Look(string name)
    {
        foreach (var size in new[] { Desk, Phone })
            foreach (var theme in new[] { "light", "dark" })
            {
                await page.SetViewportSizeAsync(size.Width, size.Height);
                await Wear(theme);
                await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Screens, $"{name}-{size.Width}-{theme}.png"), Animations = ScreenshotAnimations.Disabled });
                Assert.Empty(await ShutOut());
            }

        await page.SetViewportSizeAsync(Desk.Width, Desk.Height);
        await Wear("light");
        Assert.Empty(faults);
    }

    /// <summary>What axe finds serious or critical.</summary>
    public async Task<IReadOnlyList<string>> ShutOut()
    {
        await page.EvaluateAsync(Axe.Value);
        var found = await page.EvaluateAsync<JsonElement>("async () => (await axe.run()).violations.filter(v => v.impact === 'serious' || v.impact === 'critical').map(v => `${v.id}: ${v.nodes.map(n => n.html).slice(0, 3).join(' ')}`)");
        return [.. found.EnumerateArray().Select(v => v.GetString()!)];
    }

    public IReadOnlyList<string> Faults => faults;

    public async ValueTask DisposeAsync() => await context.DisposeAsync();

    private Task Wear(string theme) => page.EvaluateAsync(
        "theme => { localStorage.setItem('theme', theme); Object.assign(document.documentElement.dataset, { theme, mantineColorScheme: theme }) }", theme);

    // A refused password is an answer, not a fault; the browser writes every 4xx to its console.
    private void Hear(IConsoleMessage message)
    {
        if (message.Type == "error" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal)) faults.Add(message.Text);
    }
}

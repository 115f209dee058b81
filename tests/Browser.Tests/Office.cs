using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Callout.Testing;

namespace Callout.Browser.Tests;

/// <summary>Callout as it is delivered, in a process of its own on an empty database, and a browser to look at it.</summary>
public sealed class Office : IAsyncLifetime
{
    internal static readonly string[] Flags =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    /// <summary>Milliseconds. How fast it is, benchmarks say; whoever sees it earlier waits no longer. The page of an order looks for new files every 20 s.</summary>
    private const int UntilSeen = 50_000, UntilDone = 60_000;

    private readonly string data = Directory.CreateTempSubdirectory("callout-browser-").FullName;
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private static readonly List<string> said = [];
    private Process server = null!;
    private string? administrator;

    public IBrowser Browser { get; private set; } = null!;

    internal IPlaywright Playwright { get; private set; } = null!;

    public string Url { get; private set; } = "";

    /// <summary>To which it hands its mail.</summary>
    internal MailServer Mail { get; } = new();

    /// <summary>To which it hands its text messages.</summary>
    internal TextProvider Texts { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Texts = await TextProvider.Start();
        var port = FreePort();
        Url = $"http://localhost:{port}";
        server = Start(port);
        await ready.Task.WaitAsync(TimeSpan.FromMinutes(5));
        Playwright = await Microsoft.Playwright.Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(UntilSeen);
        Browser = await Playwright.Chromium.LaunchAsync(new() { ExecutablePath = Chromium, Headless = true, Args = Flags });
        administrator = await FirstDay.Live(this, FirstLink);
    }

    public async Task DisposeAsync()
    {
        await Browser.DisposeAsync();
        Playwright.Dispose();
        server.Kill(entireProcessTree: true);
        await server.WaitForExitAsync();
        await Texts.DisposeAsync();
        Mail.Dispose();
        Directory.Delete(data, recursive: true);
    }

    /// <summary>A window of somebody who is not signed in.</summary>
    internal Task<Screen> Open(string path) => Open(path, null);

    /// <summary>A window of the administrator, on a device of its own.</summary>
    internal Task<Screen> Enter(string path) => Open(path, administrator);

    private async Task<Screen> Open(string path, string? state)
    {
        var context = await Browser.NewContextAsync(new()
        {
            BaseURL = Url, StorageState = state, ViewportSize = Screen.Desk, ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Reduce, TimezoneId = "Africa/Nairobi",
        });
        context.SetDefaultTimeout(UntilDone);
        // It has lost nothing of what the first window stored.
        await context.ClearCookiesAsync(new() { NameRegex = new("^callout-store-") });
        var screen = await Screen.Of(context);
        await screen.Page.GotoAsync(path);
        return screen;
    }

    /// <summary>Where the server says that it failed, and what follows.</summary>
    internal static string Failures
    {
        get
        {
            lock (said) return string.Join('\n', said.Index().Where(l => l.Item.StartsWith("fail:", StringComparison.Ordinal)).SelectMany(l => said.Skip(l.Index).Take(8)).TakeLast(80));
        }
    }

    private string FirstLink
    {
        get
        {
            lock (said) return said.Select(line => line.IndexOf("/set-password/", StringComparison.Ordinal) is >= 0 and var at ? line[at..] : "").First(link => link.Length > 0);
        }
    }

    private Process Start(int port)
    {
        var callout = Path.Combine(Repository.Root, "artifacts", "bin", "App", "release", "callout.dll");
        var start = new ProcessStartInfo("dotnet", [callout, "serve", "--data", data, "--port", $"{port}"]) { WorkingDirectory = Repository.Root, RedirectStandardOutput = true, RedirectStandardError = true };
        var outside = new Dictionary<string, string>
        {
            ["Loopback"] = "true", ["Smtp__Host"] = "127.0.0.1", ["Smtp__Port"] = $"{Mail.Port}", ["Smtp__From"] = "service@baridi.example", ["Smtp__Plain"] = "true",
            ["Sms__Url"] = $"{Texts.Url}", ["Sms__Secret"] = "s3cret",
        };
        foreach (var (name, value) in outside) start.Environment[$"Messaging__{name}"] = value;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => ready.TrySetException(new InvalidOperationException($"The server ended: {string.Join('\n', said)}"));
        process.EnableRaisingEvents = true;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.Add(line);
        if (line.Contains("Callout serves on", StringComparison.Ordinal)) ready.TrySetResult();
    }

    internal static string Chromium =>
        new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists)
        ?? throw new InvalidOperationException("Chromium is needed to look at the pages (Debian: apt-get install chromium).");

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

[CollectionDefinition(nameof(Office))]
public sealed class OfficeCollection : ICollectionFixture<Office>;

using System.Net.Sockets;
using Callout.App.Backups;
using Callout.App.Demo;
using Callout.App.Tls;
using Callout.Identity;
using Callout.Messaging;

namespace Callout.App;

internal static class Serve
{
    /// <param name="also">What a test arranges differently.</param>
    public static async Task<int> Run(IReadOnlyList<string> args, Action<WebApplicationBuilder>? also = null)
    {
        var options = Options.Of(args);
        if (options is { Demo: true, Tls: not null }) throw new UsageException("The demo is for this machine only; leave out TLS.");
        var (time, folder) = (new DemoTime(), new DataFolder(options.Data));
        using var alone = folder.Take(shared: options.Postgres is not null);
        folder.CheckRestored();
        var url = options.Tls?.Url ?? $"http://localhost:{options.Port}";
        await using var app = Server.Build(options.Data, options.Postgres, Modules.All, builder =>
        {
            if (options.Tls is { } tls) builder.UseTls(tls, options.Data);
            else builder.WebHost.UseUrls(url);
            if (options.Backups is { } plan) builder.Services.AddSingleton(plan).AddSingleton<BackupHealth>().AddSingleton<BackupReach>().AddSingleton<Worker, BackupSchedule>();
            if (options.Demo) builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(new MessagingSettings(options.Url, "+254 709 555 010", Pretend: true));
            also?.Invoke(builder);
        });
        app.UseWeb(Web.Folder);
        await Upgrade.Open(app, options.Backups?.To ?? folder.Backups, CancellationToken.None);
        if (!options.Demo && app.Services.GetRequiredService<Installation>().DemoIsUnfinished)
            throw new UsageException("The demo in this database was not filled to its end. Start with --demo, and it goes on; or begin anew elsewhere: --demo --data FOLDER.");
        var demo = options.Demo ? new Filling(app, time, DemoSize.Whole) : null;
        var people = demo is null ? null : await demo.Fill(app.Services.GetRequiredService<IClock>().GetCurrentInstant());
        var first = await app.Services.GetRequiredService<FirstStart>().Open(CancellationToken.None);
        try
        {
            await app.StartAsync();
        }
        catch (IOException error) when (error.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine(options.Tls is { } tls ? $"Port {tls.HttpPort} or {tls.HttpsPort} is in use; choose others with --port and --https-port." : $"Port {options.Port} is in use; choose another with --port.");
            return 1;
        }
        catch (SocketException error) when (error.SocketErrorCode == SocketError.AccessDenied)
        {
            Console.Error.WriteLine("Ports below 1024 are not open to this user. Start it as the service does (deploy/callout.service), or choose others with --port and --https-port.");
            return 1;
        }

        Console.WriteLine($"Callout serves on {url}, its API is described at {url}/api/docs");
        if (people is not null) await demo!.LetIn(people, url);
        if (demo is not null) Filling.Introduce();
        if (first is not null) Introduce(first, url, options.Data);
        if (options.Backups is null && !options.Demo) Console.WriteLine("No backups are taken. Say with --backup-to where they go; docs/operating.md tells the rest.");
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static void Introduce(FirstSteps first, string url, string folder)
    {
        Console.WriteLine($"Set the administrator's password within a day: {url}{first.Link}");
        Console.WriteLine($"Then sign in as {first.Email}.");
        if (first.ApiKey is null) return;
        if (Environment.GetEnvironmentVariable("JOURNAL_STREAM") is null) Console.WriteLine($"The first API key, shown only now: {first.ApiKey}");
        else Console.WriteLine($"The first API key is in {Kept(first.ApiKey, folder)}; take it from there and delete the file.");
    }

    // A service's output is kept in a journal that others read too.
    private static string Kept(string key, string folder)
    {
        var path = Path.GetFullPath(Path.Combine(folder, "first-api-key"));
        using var file = new FileStream(path, new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, UnixCreateMode = OperatingSystem.IsWindows() ? null : UnixFileMode.UserRead | UnixFileMode.UserWrite });
        file.Write(System.Text.Encoding.ASCII.GetBytes(key + "\n"));
        return path;
    }
}

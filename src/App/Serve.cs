using System.Net.Sockets;

namespace Callout.App;

internal static class Serve
{
    /// <param name="also">What a test arranges differently.</param>
    public static async Task<int> Run(IReadOnlyList<string> args, Action<WebApplicationBuilder>? also = null)
    {
        var options = Options.Of(args);
        await using var app = Server.Build(options.Data, options.Postgres, Modules.All, builder =>
        {
            builder.WebHost.UseUrls($"http://localhost:{options.Port}");
            also?.Invoke(builder);
        });
        app.UseWeb(Web.Folder);
        await app.Open(CancellationToken.None);
        var key = await app.Services.GetRequiredService<FirstKey>().Open(CancellationToken.None);
        try
        {
            await app.StartAsync();
        }
        catch (IOException error) when (error.InnerException is SocketException or Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            Console.Error.WriteLine($"Port {options.Port} is in use; choose another with --port.");
            return 1;
        }

        Console.WriteLine($"Callout serves on http://localhost:{options.Port}, its API is described at http://localhost:{options.Port}/api/docs");
        if (key is not null) Console.WriteLine($"The first API key, shown only now: {key}");
        await app.WaitForShutdownAsync();
        return 0;
    }
}

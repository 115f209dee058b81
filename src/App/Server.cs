using Callout.App.Backups;
using Callout.App.Tls;
using Callout.Postgres;
using Callout.Sqlite;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Scalar.AspNetCore;

namespace Callout.App;

/// <summary>The executable's own arrangement of the house. Tests build the same, with another clock and a database of their own.</summary>
public static class Server
{
    public static WebApplication Build(string data, string? postgres, IReadOnlyList<IModule> modules, Action<WebApplicationBuilder>? also = null)
    {
        // Nothing is set in files beside the program, so none are watched: with the database below them every commit would wake the watcher.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = ["--hostBuilder:reloadConfigOnChange=false"] });
        // What goes wrong in a command of the database is thrown, and logged where it matters.
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.None);
        builder.WebHost.ConfigureKestrel(Limits);
        var folder = new DataFolder(data);
        builder.Services.AddRouting().AddHouse(modules, KeyRing.At(folder.InstallationKey));
        builder.Services.AddSingleton(folder).AddSingleton(s => new Blobs(folder.Blobs, s.GetRequiredService<IClock>())).AddSingleton(new WitnessBook(folder.WitnessOf(postgres))).AddSingleton<Backup>();
        if (postgres is null) builder.Services.AddSqlite(folder.Database);
        else builder.Services.AddPostgres(postgres);
        also?.Invoke(builder);

        var app = builder.Build();
        app.UseOnlyTls();
        app.UseSafeHeaders();
        app.UseDoors();
        HealthDoor.Map(app);
        app.MapScalarApiReference("/api/docs", options => options.WithTitle("Callout").WithOpenApiRoutePattern("/api/openapi.json")).WithMetadata(May.Anyone);
        return app;
    }

    private static void Limits(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = 4 << 20;
    }
}

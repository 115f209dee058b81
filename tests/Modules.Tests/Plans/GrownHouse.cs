using Callout.App;
using Callout.App.Demo;
using Callout.Messaging;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Callout.Modules.Tests.Plans;

/// <summary>The demo's company in small, grown to more than ten thousand rows in each table; nothing works in it by itself.</summary>
public sealed class GrownHouse : IAsyncLifetime
{
    // A Thursday, at ten in the morning in Nairobi.
    private static readonly Instant Filled = Instant.FromUtc(2026, 11, 26, 7, 0);

    private TestHouse first = null!;

    public TestHouse House { get; private set; } = null!;

    public Db Db { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var place = await TestHouse.Nowhere();
        await Fill(place);
        first = await TestHouse.Start();
        first.Time.SetUtcNow(Filled.ToDateTimeOffset());
        House = await Still(place);
        Db = await House.Db();
        await new Volume(Db).Grow();
    }

    /// <summary>The same rows and files again, in a house on SQLite.</summary>
    public async Task<TestHouse> OnSqlite()
    {
        var twin = await Still((Path.Combine(House.Folder, "twin"), null));
        await using (var db = await twin.Db()) await Twin.Fill(Db, db);
        foreach (var file in Directory.GetFiles(Path.Combine(House.Folder, "blobs"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(twin.Folder, Path.GetRelativePath(House.Folder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return twin;
    }

    public async Task DisposeAsync()
    {
        await Db.DisposeAsync();
        await House.DisposeAsync();
        await first.DisposeAsync();
    }

    private async Task<TestHouse> Still((string Folder, string? Postgres) place)
    {
        var house = await first.At(place);
        foreach (var service in house.Services.GetServices<IHostedService>().Where(s => s.GetType().Assembly.GetName().Name!.StartsWith("Callout", StringComparison.Ordinal))) await service.StopAsync(default);
        return house;
    }

    private static async Task Fill((string Folder, string? Postgres) place)
    {
        var time = new DemoTime();
        await using var app = Server.Build(place.Folder, place.Postgres, App.Modules.All, builder => builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(new MessagingSettings(Pretend: true)));
        await app.Open(CancellationToken.None);
        await new Filling(app, time, new(PastDays: 3, ComingDays: 2, Customers: 45, Waiting: 12)).Fill(Filled);
    }
}

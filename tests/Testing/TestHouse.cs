using Callout.App;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Callout.Testing;

/// <summary>A whole house behind its real front door, with a clock that the test moves.</summary>
public sealed class TestHouse : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly IReadOnlyList<IModule> modules;
    private readonly Dictionary<string, Principal> people;
    private WebApplication app;

    private TestHouse(TestDatabase database, IReadOnlyList<IModule> modules, FakeTimeProvider time, Dictionary<string, Principal> people) =>
        (this.database, this.modules, Time, this.people, app) = (database, modules, time, people, null!);

    public FakeTimeProvider Time { get; }

    public IServiceProvider Services => app.Services;

    public Instant Now => Services.GetRequiredService<IClock>().GetCurrentInstant();

    public string Folder => database.Folder;

    /// <summary>Null on SQLite.</summary>
    public string? Postgres => database.Postgres;

    public Uri Url => new(app.Urls.First());

    /// <param name="more">Modules of the test's own, beside all real ones; they bring no tables.</param>
    public static async Task<TestHouse> Start(params IModule[] more) => await On(await TestDatabase.Make(), more);

    /// <summary>A house that goes on from what another had come to, once that was stopped.</summary>
    public static Task<TestHouse> Like(string folder, params IModule[] more) => On(TestDatabase.Like(folder), more);

    private static async Task<TestHouse> On(TestDatabase database, IModule[] more)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 23, 5, 0, 0, TimeSpan.Zero));
        var house = new TestHouse(database, [.. Modules.All, .. more], time, []);
        await house.Open();
        return house;
    }

    /// <summary>An empty folder, and on PostgreSQL an empty database, for a house that is yet to come.</summary>
    public static async Task<(string Folder, string? Postgres)> Nowhere() => await TestDatabase.Empty() is var empty ? (empty.Folder, empty.Postgres) : default;

    /// <summary>A house where something has put one, with everybody of this one.</summary>
    public async Task<TestHouse> At((string Folder, string? Postgres) place)
    {
        var house = new TestHouse(new TestDatabase(place.Folder, place.Postgres), modules, Time, people);
        await house.Open();
        return house;
    }

    /// <summary>Everything ends as when a server is stopped; <see cref="Restart"/> goes on.</summary>
    public async ValueTask Stop()
    {
        await app.DisposeAsync();
        // A process that ended holds no file open.
        if (Postgres is null) Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
    }

    /// <summary>Another process on the same database, as far as one can be had in this one.</summary>
    public async Task<TestHouse> Neighbour()
    {
        var neighbour = new TestHouse(database, modules, Time, people);
        await neighbour.Open();
        return neighbour;
    }

    public async Task Restart()
    {
        await app.DisposeAsync();
        await Open();
    }

    /// <summary>As a restore does.</summary>
    public Task RenewEpoch() => Services.GetRequiredService<Installation>().Renew(CancellationToken.None);

    /// <summary>Somebody of that role, who may call from now on.</summary>
    public Caller As(Principal principal)
    {
        lock (people) people[principal.Key] = principal;
        return new Caller(this, principal);
    }

    public Caller Admin => As(new Principal("person:admin", [Role.SuperAdmin], Sight.Everything));

    public Caller Dispatcher(params BranchId[] branches) => As(new Principal($"person:dispatcher-{branches[0]}", [Role.Dispatcher], new Sight(Branches: [.. branches])));

    public Caller Technician(ResourceId technician) => As(new Principal($"person:{technician}", [Role.Technician], new Sight(Technician: technician)));

    public Caller Customer(AccountId account) => As(new Principal($"person:{account}", [Role.Customer], new Sight(Account: account)));

    public TId New<TId>() where TId : struct, IId<TId> => Id.New<TId>(Now);

    /// <summary>Every reader has come to the head, and what they caused has happened.</summary>
    public async Task Settled()
    {
        for (var (before, now) = (-1L, await Head()); before != now; (before, now) = (now, await Head()))
        {
            while (await Unnumbered()) await Task.Delay(5);
            foreach (var worker in Services.GetServices<Worker>().OrderBy(w => w.Name != "numbering"))
                while (await worker.Step(CancellationToken.None)) ;
            if (await Unnumbered()) now = -1;
        }
    }

    /// <summary>The names of the events so far, in their order.</summary>
    public async Task<IReadOnlyList<string>> Ledger() => [.. (await Entries()).Select(e => e.Name)];

    public async Task<IReadOnlyList<LedgerEntry>> Entries()
    {
        await Settled();
        await using var db = await Db();
        return await db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Pos).ToListAsync();
    }

    /// <summary>Sees everything, whoever had the context before.</summary>
    public Task<Db> Db() => Task.FromResult(Services.GetRequiredService<Dbs>().Open(Sight.Everything));

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        try
        {
            database.Delete();
        }
        catch (DirectoryNotFoundException)
        {
            // A neighbour was here first.
        }
    }

    private async Task Open()
    {
        app = Server.Build(database.Folder, database.Postgres, modules, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton<Authenticate>(_ => Who);
        });
        await app.Open(CancellationToken.None);
        await app.StartAsync();
    }

    private ValueTask<Principal?> Who(Microsoft.AspNetCore.Http.HttpContext context)
    {
        lock (people) return new(people.GetValueOrDefault(context.Request.Headers["Test-Principal"].ToString()));
    }

    /// <summary>On PostgreSQL an event waits for whatever runs beside it, in other databases of the cluster, too.</summary>
    private async Task<bool> Unnumbered() => !await Services.GetRequiredService<IStorage>().IsNumbered(CancellationToken.None);

    private async Task<long> Head()
    {
        await using var db = await Db();
        return await db.Set<LedgerEntry>().MaxAsync(e => (long?)e.Pos) ?? 0;
    }
}

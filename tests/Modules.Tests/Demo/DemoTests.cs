using System.Net.Http.Json;
using Callout.App;
using Callout.App.Demo;
using Callout.Messaging;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Callout.Modules.Tests.Demo;

/// <summary>The demo of --demo, in small: three days of past, two of coming work.</summary>
public sealed class DemoTests
{
    // A Thursday, at ten in the morning in Nairobi.
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 26, 7, 0);

    private static readonly DemoSize Small = new(PastDays: 3, ComingDays: 2, Customers: 45, Waiting: 12);

    [Fact]
    public async Task The_demo_is_lived_through_as_any_other_time_is()
    {
        await using var demo = await Filled.Start();
        await demo.Fill();
        await using var db = await demo.Db();
        var ledger = await db.Set<LedgerEntry>().AsNoTracking().OrderBy(e => e.Pos).ToListAsync();
        int Count(string name) => ledger.Count(e => e.Name == name);

        Assert.Equal(3, Count("branch.opened"));
        Assert.Equal(24, Count("technician.added"));
        Assert.Equal(Small.Customers, Count("account.added"));
        Assert.Equal(18, Count("territory.added"));
        Assert.Equal(3, Count("on-call-rota.planned"));
        Assert.Equal(5, Count("absence.requested"));
        Assert.InRange(Count("visit.planned"), 150, 400);
        Assert.InRange(Count("visit.completed"), 60, 250);

        // What follows from the work followed then, not now in one heap.
        Assert.All(ledger, e => Assert.True(e.At <= Now, $"{e.Name} at {e.At}"));
        Assert.Equal(Count("work-order.completed"), Count("invoice.drafted") + Count("cover.confirmed"));
        Assert.True(ledger.Where(e => e.Name == "message.sent").Select(e => e.At.InUtc().Date).Distinct().Count() > 2);
        var breaches = ledger.Where(e => e.Name == "sla.breached").ToList();
        Assert.NotEmpty(breaches);
        Assert.All(breaches, e => Assert.InRange(e.At - Due(e), Duration.Zero, Duration.FromHours(1)));
        Assert.False(await db.Set<Due>().AnyAsync(d => d.At <= Now || d.Parked != null));
        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("SELECT CAST(COUNT(*) AS integer) AS \"Value\" FROM backlog").SingleAsync());

        // Nobody waits for the feed.
        Assert.Equal(ledger[^1].Pos, await db.Set<ReaderCursor>().Where(c => c.Name == "feed").Select(c => c.Pos).SingleAsync());
        var verdict = await demo.App.Services.GetRequiredService<Verifier>().Run(CancellationToken.None);
        Assert.Null(verdict.Fault);
        Assert.Equal(ledger.Count, verdict.Events);
    }

    [Fact]
    public async Task The_same_moment_gives_the_same_company_also_when_it_was_broken_off_half_way()
    {
        await using var whole = await Filled.Start();
        await whole.Fill();

        var broken = await Filled.Start(new PowerCut(Now - Duration.FromDays(1)));
        await Assert.ThrowsAnyAsync<PowerCut.Cut>(broken.Fill);
        await using var mended = await broken.Again();
        Assert.True(mended.App.Services.GetRequiredService<Installation>().DemoIsUnfinished);
        // Later than it was begun: it is filled for the moment at which it was begun.
        await mended.Fill(Now + Duration.FromHours(3));

        Assert.Equal(await whole.Told(), await mended.Told());
    }

    [Fact]
    public async Task Whoever_works_in_the_demo_signs_in_and_is_told_that_it_is_one()
    {
        await using var demo = await Filled.Start();
        var people = await demo.Fill();
        await demo.App.StartAsync();
        await demo.Filling.LetIn(people!, demo.App.Urls.First());
        Assert.False(demo.App.Services.GetRequiredService<Installation>().DemoIsUnfinished);
        Assert.Null(await demo.Filling.Fill(Now));

        using var browser = new HttpClient { BaseAddress = new Uri(demo.App.Urls.First()) };
        browser.DefaultRequestHeaders.Add("X-Callout", "test");
        browser.DefaultRequestHeaders.Add("Origin", demo.App.Urls.First());
        foreach (var login in People.Logins)
        {
            var answer = await browser.PostAsJsonAsync("/api/session/sign-in", new { login.Email, Password = "van keys on the hook" });
            Assert.Contains("\"demo\":true", await answer.Content.ReadAsStringAsync());
        }
    }

    private static Instant Due(LedgerEntry breached) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(System.Text.Json.JsonDocument.Parse(breached.Body).RootElement.GetProperty("due").GetString()!).Value;

    /// <summary>Ends the process, as far as a test can, when the demo's clock comes to a moment.</summary>
    private sealed class PowerCut(Instant at) : Worker("power-cut")
    {
        public IClock? Clock { get; set; }

        public override Task<bool> Step(CancellationToken ct) => Clock!.GetCurrentInstant() >= at ? throw new Cut() : Task.FromResult(false);

        public sealed class Cut : Exception;
    }

    private sealed class Filled : IAsyncDisposable
    {
        private readonly TestDatabase database;
        private readonly DemoTime time = new();
        private readonly PowerCut? cut;

        private Filled(TestDatabase database, PowerCut? cut)
        {
            (this.database, this.cut) = (database, cut);
            App = Server.Build(database.Folder, database.Postgres, Callout.App.Modules.All, builder =>
            {
                builder.WebHost.UseUrls("http://127.0.0.1:0");
                builder.Services.AddSingleton<TimeProvider>(time).AddSingleton(new MessagingSettings(Pretend: true));
                if (cut is not null) builder.Services.AddSingleton<Worker>(cut);
            });
            if (cut is not null) cut.Clock = App.Services.GetRequiredService<IClock>();
            Filling = new Filling(App, time, Small);
        }

        public WebApplication App { get; }

        public Filling Filling { get; }

        public static async Task<Filled> Start(PowerCut? cut = null)
        {
            var filled = new Filled(await TestDatabase.Make(), cut);
            await filled.App.Open(CancellationToken.None);
            return filled;
        }

        public async Task<Filled> Again()
        {
            await App.DisposeAsync();
            var filled = new Filled(database, null);
            await filled.App.Open(CancellationToken.None);
            return filled;
        }

        public Task<People?> Fill() => Fill(Now);

        public Task<People?> Fill(Instant now) => Filling.Fill(now);

        public Task<Db> Db() => App.Services.GetRequiredService<IDbContextFactory<Db>>().CreateDbContextAsync();

        /// <summary>Everything that happened, with when and by whom. Messages have ids by chance, and what happens at one moment has no order.</summary>
        public async Task<IReadOnlyList<string>> Told()
        {
            await using var db = await Db();
            var ledger = await db.Set<LedgerEntry>().AsNoTracking().ToListAsync();
            return [.. ledger.Select(e => $"{e.At} {e.OccurredAt} {e.Actor} {e.Name} {(e.Name.StartsWith("message.") ? "" : e.SubjectId)}").Order(StringComparer.Ordinal)];
        }

        public async ValueTask DisposeAsync()
        {
            await App.DisposeAsync();
            database.Delete();
        }
    }
}

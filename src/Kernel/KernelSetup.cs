using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Callout.Kernel;

/// <summary>Puts the house together: what it is made of, and its doors.</summary>
public static class KernelSetup
{
    private const string EpochHeader = "Callout-Epoch";

    extension(IServiceCollection services)
    {
        public House AddHouse(IEnumerable<IModule> modules, KeyRing keys)
        {
            var house = new House(modules, services);
            services.AddSingleton(house).AddSingleton(keys);
            services.TryAddSingleton(TimeProvider.System);
            services.TryAddSingleton(Protocol.Ours);
            services.AddSingleton<IClock, Clock>();
            services.AddSingleton<Nudge>().AddSingleton<Tail>().AddSingleton<Dbs>().AddSingleton<Sessions>().AddSingleton<Commands>().AddSingleton<Denials>();
            services.AddSingleton<Installation>().AddSingleton<Stores>().AddSingleton<Durable>().AddSingleton<Feed>().AddSingleton<SyncDoor>().AddSingleton<BatchDoor>().AddSingleton<Verifier>().AddSingleton<Health>();
            services.AddSingleton(s => new BroughtOutbox(s.GetRequiredService<SyncDoor>(), s.GetRequiredService<Dbs>()));
            services.AddSingleton(s => new HeldCommands(s.GetRequiredService<SyncDoor>(), s.GetRequiredService<Sessions>(), s.GetRequiredService<Writer>(), s.GetRequiredService<Installation>()));
            services.AddWorkers(house);
            services.Configure<JsonOptions>(o => Wire.Configure(o.SerializerOptions));
            services.AddOpenApi(OpenApi.Configure);
            services.AddSignalR();
            return house;
        }

        private void AddWorkers(House house)
        {
            services.AddSingleton<Witness>().AddSingleton<Worker>(s => s.GetRequiredService<Witness>());
            services.AddSingleton(s => new Waiting(s.GetRequiredService<Dbs>(), s.GetRequiredService<Nudge>())).AddSingleton<Worker>(s => s.GetRequiredService<Waiting>());
            services.AddSingleton<Worker, FeedReader>().AddSingleton<Worker, DueRunner>().AddSingleton<Worker, Scrubber>().AddSingleton<Worker, Sweeper>();
            foreach (var reaction in house.Reactions) services.AddSingleton<Worker>(s => ActivatorUtilities.CreateInstance<ReactionWorker>(s, reaction));
            foreach (var reader in house.Readers) services.AddSingleton<Worker>(s => ActivatorUtilities.CreateInstance<LedgerReaderWorker>(s, reader));
            services.AddHostedService<LiveNudges>().AddHostedService<Workers>();
        }
    }

    extension(WebApplication app)
    {
        /// <summary>Brings the database up to date; must be done before the doors open. Throws when it is newer than this program, or older than it was.</summary>
        public async Task Open(CancellationToken ct)
        {
            var storage = app.Services.GetRequiredService<IStorage>();
            if ((await storage.Schema(ct)).Unknown is [_, ..] unknown)
                throw new Trouble($"This database was brought up to date by a newer Callout ({unknown[^1]}). Start that version, or restore the backup that was taken before its upgrade. Nothing was changed.");
            await storage.Prepare(ct);
            await app.Services.GetRequiredService<Witness>().Check(ct);
            await app.Services.GetRequiredService<Installation>().Open(ct);
        }

        public void UseDoors()
        {
            var installation = app.Services.GetRequiredService<Installation>();
            // A client takes no other answer for ours, whatever it says.
            app.Use((context, next) =>
            {
                if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)) context.Response.OnStarting(() =>
                {
                    context.Response.Headers[EpochHeader] = installation.Epoch;
                    return Task.CompletedTask;
                });
                return next(context);
            });
            app.UseStatusCodePages(page => Problems.Write(page.HttpContext, Problem.Of(page.HttpContext.Response.StatusCode)));
            app.UseMiddleware<Problems>();
            var ways = app.Services.GetServices<Authenticate>().ToList();
            app.Use(async (context, next) =>
            {
                await PrincipalOfRequest.Find(context, ways);
                if (context.GetEndpoint() is RouteEndpoint door) (Rule.Of(door) ?? May.Nobody).Check(context.Principal);
                await next(context);
            });
            app.MapDoors(app.Services.GetRequiredService<House>());
        }

        private void MapDoors(House house)
        {
            foreach (var command in house.Commands) CommandDoor.Map(app, command);
            foreach (var query in house.Queries) QueryDoor.Map(app, query);
            foreach (var map in house.Endpoints) map(app);
            SyncDoor.Map(app);
            BatchDoor.Map(app);
            FeedDoor.Map(app);
            app.MapHub<LiveHub>("/api/live").WithMetadata(May.SignedIn);
            app.MapGet("/api/ready", (Health health) => health.Ready()).WithMetadata(May.Anyone);
            app.MapOpenApi("/api/openapi.json").WithMetadata(May.Anyone);
        }
    }
}

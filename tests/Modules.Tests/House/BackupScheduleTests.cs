using System.Net;
using System.Net.Http.Json;
using Callout.App;
using Callout.App.Backups;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Callout.Modules.Tests;

public sealed class BackupScheduleTests : IAsyncLifetime
{
    private TestHouse house = null!;
    private string to = null!;

    public async Task InitializeAsync() => (house, to) = (await TestHouse.Start(), Directory.CreateTempSubdirectory("callout-scheduled-").FullName);

    public async Task DisposeAsync()
    {
        await house.DisposeAsync();
        Directory.Delete(to, recursive: true);
    }

    [Fact]
    public async Task A_backup_is_taken_every_so_often_and_the_oldest_go()
    {
        var (schedule, health) = Schedule(new BackupPlan(to, Duration.FromHours(6), 3));

        await schedule.Step(CancellationToken.None);
        await schedule.Step(CancellationToken.None);
        var first = Assert.Single(Backup.In(to));
        for (var i = 0; i < 4; i++)
        {
            house.Time.Advance(TimeSpan.FromHours(6));
            await schedule.Step(CancellationToken.None);
        }

        Assert.Equal(3, Backup.In(to).Count);
        Assert.DoesNotContain(first, Backup.In(to));
        Assert.Equal((house.Now, null, false), (health.State().LastSucceededAt!.Value, (Instant?)health.State().LastFailedAt, health.State().Overdue));
        house.Time.Advance(TimeSpan.FromHours(13));
        Assert.True(health.State().Overdue);
    }

    [Fact]
    public async Task A_backup_that_somebody_took_meanwhile_counts()
    {
        var (schedule, _) = Schedule(new BackupPlan(to, Duration.FromHours(6), 3));
        await house.Services.GetRequiredService<Backup>().Take(to, CancellationToken.None);

        house.Time.Advance(TimeSpan.FromHours(5));
        await schedule.Step(CancellationToken.None);
        Assert.Single(Backup.In(to));
        house.Time.Advance(TimeSpan.FromHours(1));
        await schedule.Step(CancellationToken.None);
        Assert.Equal(2, Backup.In(to).Count);
    }

    [Fact]
    public async Task A_device_is_told_how_far_every_backup_reaches()
    {
        var (schedule, _) = Schedule(new BackupPlan(to, Duration.FromHours(6), 2));
        async Task<(long? Durable, long Head)> Told() => await house.Admin.Feed() is var page ? (page.Durable, page.Head) : default;
        Assert.Null((await Told()).Durable);

        List<long> heads = [];
        for (var i = 0; i < 3; i++)
        {
            await house.Order(house.New<BranchId>());
            await house.Settled();
            heads.Add((await Told()).Head);
            await schedule.Step(CancellationToken.None);
            Assert.Equal(heads[Math.Max(0, i - 1)], (await Told()).Durable);
            house.Time.Advance(TimeSpan.FromHours(6));
        }

        // Put back to the first of the two that are kept: what the second holds went another way.
        var (folder, postgres) = await TestHouse.Nowhere();
        RecoveryKey.Find(new DataFolder(house.Folder))!.Keep(new DataFolder(folder));
        await new Restore(new DataFolder(folder), postgres).From(Backup.In(to)[0], replace: false, CancellationToken.None);
        await using var back = await house.At((folder, postgres));
        await back.Order(back.New<BranchId>());
        var reach = new BackupReach(new BackupPlan(to, Duration.FromHours(6), 2), back.Services.GetRequiredService<Sessions>(), back.Services.GetRequiredService<Durable>());
        await reach.Look(CancellationToken.None);
        Assert.Equal(0, (await back.Admin.Feed()).Durable);
    }

    [Fact]
    public async Task A_backup_that_fails_is_said_at_once_and_tried_again()
    {
        var notAFolder = Path.Combine(to, "file");
        await File.WriteAllTextAsync(notAFolder, "");
        var (schedule, health) = Schedule(new BackupPlan(notAFolder, Duration.FromHours(6), 3));

        await schedule.Step(CancellationToken.None);
        Assert.Equal(house.Now, health.State().LastFailedAt);

        File.Delete(notAFolder);
        house.Time.Advance(TimeSpan.FromMinutes(11));
        await schedule.Step(CancellationToken.None);
        Assert.Null(health.State().LastFailedAt);
        Assert.Single(Backup.In(notAFolder));
    }

    [Fact]
    public async Task The_server_takes_its_own_and_its_health_tells_when_and_cries_out_when_it_cannot()
    {
        var (folder, postgres) = await TestHouse.Nowhere();
        using (var server = await Serve(folder, postgres, Path.Combine(to, "good")))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            HealthPage page;
            while ((page = (await http.GetFromJsonAsync<HealthPage>("/api/health", Wire.Json))!).Backups!.LastSucceededAt is null) await Task.Delay(50);
            Assert.Equal("ok", page.Status);
            Assert.Contains("Show it with `callout recovery-key`", server.Output);
        }

        await File.WriteAllTextAsync(Path.Combine(to, "file"), "");
        using (var server = await Serve(folder, postgres, Path.Combine(to, "file")))
        {
            using var http = new HttpClient { BaseAddress = server.Url };
            HttpResponseMessage answer;
            while ((answer = await http.GetAsync("/api/health")).StatusCode == HttpStatusCode.OK) await Task.Delay(50);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.NotNull((await answer.Content.ReadFromJsonAsync<HealthPage>(Wire.Json))!.Backups!.LastFailedAt);
            Assert.Contains("FAILED", server.Output);
        }

        Directory.Delete(folder, recursive: true);
    }

    private static Task<ServerProcess> Serve(string folder, string? postgres, string to) =>
        ServerProcess.Start("dotnet", ServerProcess.Beside("callout.dll", "Callout.Modules.Tests"), folder, postgres, TimeSpan.FromMinutes(3), "--backup-to", to);

    private (BackupSchedule Schedule, BackupHealth Health) Schedule(BackupPlan plan)
    {
        var (clock, backup) = (house.Services.GetRequiredService<IClock>(), house.Services.GetRequiredService<Backup>());
        var health = new BackupHealth(plan, clock);
        return (new BackupSchedule(plan, backup, health, new BackupReach(plan, house.Services.GetRequiredService<Sessions>(), house.Services.GetRequiredService<Durable>()), clock, NullLogger<BackupSchedule>.Instance), health);
    }
}

using System.Diagnostics;

namespace Callout.App.Backups;

/// <summary>Takes a backup whenever the newest one in the folder is old enough, whoever took that, and removes the oldest.</summary>
internal sealed class BackupSchedule(BackupPlan plan, Backup backup, BackupHealth health, BackupReach reach, IClock clock, ILogger<BackupSchedule> log) : Worker("backups")
{
    private static readonly Duration Again = Duration.FromMinutes(10);

    private Instant next = Instant.MinValue;

    public override async Task<bool> Step(CancellationToken ct)
    {
        var now = clock.GetCurrentInstant();
        if (now < next) return false;
        try
        {
            next = await Due(now, ct);
            await reach.Look(ct);
        }
        catch (Exception error) when (!ct.IsCancellationRequested)
        {
            health.Failed(now, error);
            log.LogCritical(error, "THE BACKUP TO {To} FAILED, and there is none since {Last}. It is tried again in {Minutes} minutes", plan.To, health.LastSucceeded, Math.Min(plan.Every.TotalMinutes, Again.TotalMinutes));
            next = now + Duration.Min(plan.Every, Again);
        }

        return false;
    }

    private async Task<Instant> Due(Instant now, CancellationToken ct)
    {
        Directory.CreateDirectory(plan.To);
        using var turn = Take();
        // Another node is at it; when it is done, its backup counts as ours.
        if (turn is null) return now + Duration.FromMinutes(1);
        if (health.LastSucceeded is { } last && now < last + plan.Every) return last + plan.Every;
        var watch = Stopwatch.StartNew();
        var backed = await backup.Take(plan.To, ct);
        health.Succeeded();
        Verbs.Tell(backed, watch.Elapsed);
        foreach (var old in Backup.In(plan.To).SkipLast(plan.Keep)) Backup.Remove(old);
        return now + plan.Every;
    }

    private FileStream? Take()
    {
        var path = Path.Combine(plan.To, "in-use");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }
}

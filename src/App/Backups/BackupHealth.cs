using NodaTime.Text;

namespace Callout.App.Backups;

/// <param name="LastSucceededAt">When the newest finished backup was begun.</param>
/// <param name="LastFailedAt">Null when the last try succeeded.</param>
/// <param name="LastDrilledAt">When a backup in this folder last stood a drill; one that never did counts for little.</param>
internal sealed record BackupState(Instant? LastSucceededAt, Instant? LastFailedAt, Instant? LastDrilledAt, bool Overdue);

/// <summary>How it stands with the backups.</summary>
internal sealed class BackupHealth(BackupPlan plan, IClock clock)
{
    private static readonly InstantPattern Name = InstantPattern.CreateWithInvariantCulture("uuuuMMdd'T'HHmmss'Z'");

    private Instant? failed;

    public Instant? LastSucceeded => Backup.In(plan.To).Select(path => Name.Parse(Path.GetFileName(path)["callout-".Length..])).Where(r => r.Success).Select(r => (Instant?)r.Value).LastOrDefault();

    public void Failed(Instant at, Exception error) => failed = at;

    public void Succeeded() => failed = null;

    public BackupState State()
    {
        var last = LastSucceeded;
        var overdue = last is not null && clock.GetCurrentInstant() > last + plan.Every * 2;
        return new BackupState(last, failed, Drill.In(plan.To).LastOrDefault(d => d.Fault is null)?.At, overdue);
    }
}

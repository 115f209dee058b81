namespace Callout.App.Backups;

/// <param name="To">The folder; better on another disk, or on another machine.</param>
/// <param name="Every">From the beginning of one to the beginning of the next.</param>
/// <param name="Keep">How many; the oldest go when a new one is finished.</param>
internal sealed record BackupPlan(string To, Duration Every, int Keep)
{
    public static readonly BackupPlan Usual = new("", Duration.FromHours(24), 14);
}

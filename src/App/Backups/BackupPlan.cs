namespace Callout.App.Backups;

/// <param name="To">The folder; better on another disk, or on another machine.</param>
/// <param name="Every">From the beginning of one to the beginning of the next.</param>
/// <param name="Keep">How many; the oldest go when a new one is finished.</param>
internal sealed record BackupPlan(string To, Duration Every, int Keep)
{
    public static readonly BackupPlan Usual = new("", Duration.FromHours(24), 14);

    /// <summary>Null when it is not about backups.</summary>
    public BackupPlan? With(string name, string value) => name switch
    {
        "--backup-to" => this with { To = value },
        "--backup-every" when Span(value) is { } every => this with { Every = every },
        "--keep" when int.TryParse(value, out var keep) && keep > 0 => this with { Keep = keep },
        _ => null,
    };

    /// <summary>Null when nothing of backups was asked for.</summary>
    public BackupPlan? Checked() => To.Length > 0 ? this : this == Usual ? null : throw new UsageException("Say with --backup-to where the backups go.");

    /// <summary>30m, 24h or 7d.</summary>
    private static Duration? Span(string text) =>
        text.Length > 1 && int.TryParse(text[..^1], out var number) && number > 0
            ? text[^1] switch { 'm' => Duration.FromMinutes(number), 'h' => Duration.FromHours(number), 'd' => Duration.FromDays(number), _ => null }
            : null;
}

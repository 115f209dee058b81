namespace Callout.Workforce;

/// <summary>One place where a phone was. Noise, not history: kept apart from the ledger, and only so long.</summary>
internal sealed class PositionPing
{
    public static readonly Duration Kept = Duration.FromDays(90);

    public ResourceId Technician { get; init; }

    public Instant At { get; init; }

    public BranchId Branch { get; init; }

    public double Latitude { get; init; }

    public double Longitude { get; init; }

    public double? AccuracyMetres { get; init; }

    public PositionPurpose Purpose { get; init; }
}

/// <summary>The newest of each technician.</summary>
internal sealed class LastPosition
{
    public ResourceId Technician { get; init; }

    public Instant At { get; set; }

    public BranchId Branch { get; set; }

    public double Latitude { get; set; }

    public double Longitude { get; set; }

    public double? AccuracyMetres { get; set; }

    public PositionPurpose Purpose { get; set; }

    public void Take(PositionPing ping) =>
        (At, Branch, Latitude, Longitude, AccuracyMetres, Purpose) = (ping.At, ping.Branch, ping.Latitude, ping.Longitude, ping.AccuracyMetres, ping.Purpose);
}

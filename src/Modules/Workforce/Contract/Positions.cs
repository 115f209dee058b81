namespace Callout.Workforce;

public enum PositionPurpose
{
    Travel,
    Shift,
}

/// <summary>Where a technician's phone was.</summary>
public sealed record Seen(ResourceId Technician, Instant At, double Latitude, double Longitude, double? AccuracyMetres, PositionPurpose Purpose);

/// <summary>True while the technician is on the way to a visit; whoever holds visits says so.</summary>
public delegate Task<bool> IsTravelling(ResourceId technician, Reading reading, CancellationToken ct);

/// <summary>What other modules ask about where technicians are.</summary>
public static class Positions
{
    /// <summary>The last that is known; null when nothing is.</summary>
    public static Task<Seen?> Last(ResourceId technician, Reading reading, CancellationToken ct) =>
        reading.Of<LastPosition>().Where(p => p.Technician == technician).Select(p => new Seen(p.Technician, p.At, p.Latitude, p.Longitude, p.AccuracyMetres, p.Purpose)).FirstOrDefaultAsync(ct);
}

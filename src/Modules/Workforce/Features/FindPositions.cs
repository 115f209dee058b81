namespace Callout.Workforce;

public sealed record PositionLine(ResourceId Technician, string Name, Instant At, double Latitude, double Longitude, double? AccuracyMetres, PositionPurpose Purpose);

/// <summary>Where each technician of a branch was last.</summary>
public sealed record FindPositions(BranchId? Branch)
{
    private const int AtMost = 2000;

    internal static async Task<IReadOnlyList<PositionLine>> Handle(FindPositions query, Reading reading, CancellationToken ct)
    {
        var found = reading.Of<LastPosition>();
        if (query.Branch is { } branch) found = found.Where(p => p.Branch == branch);
        var last = await found.OrderByDescending(p => p.At).Take(AtMost).ToListAsync(ct);
        var names = await Technicians.Names([.. last.Select(p => p.Technician)], reading, ct);
        return [.. last.Select(p => new PositionLine(p.Technician, names.GetValueOrDefault(p.Technician, ""), p.At, p.Latitude, p.Longitude, p.AccuracyMetres, p.Purpose))];
    }
}

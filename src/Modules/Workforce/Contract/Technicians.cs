namespace Callout.Workforce;

/// <summary>What other modules ask about technicians.</summary>
public static class Technicians
{
    /// <summary>Names for a list; a technician who is not in sight has none.</summary>
    public static Task<Dictionary<ResourceId, string>> Names(IReadOnlyCollection<ResourceId> ids, Reading reading, CancellationToken ct) =>
        reading.Of<Technician>().Where(t => ids.Contains(t.Id)).ToDictionaryAsync(t => t.Id, t => t.Name, ct);
}

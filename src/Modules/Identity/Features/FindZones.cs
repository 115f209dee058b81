namespace Callout.Identity;

public sealed record ZoneLine(ZoneId Id, string Name, ZoneId? Parent);

public sealed record FindZones(Guid? After, int? Limit)
{
    internal static Task<Page<ZoneLine>> Handle(FindZones query, Reading reading, CancellationToken ct) =>
        reading.Of<Zone>().Page<Zone, ZoneId, ZoneLine>(query.After, query.Limit, z => new(z.Id, z.Name, z.Parent), ct);
}

namespace Callout.Identity;

[Refuses("zone.name")]
public sealed record AddZone(ZoneId Zone, string Name, ZoneId? Parent = null)
{
    internal static readonly AddZone Example = new(new(new("0199f3a0-0000-7000-8000-00000000f101")), "Coast");

    internal static async Task<ZoneAdded> Handle(AddZone command, Session session, CancellationToken ct)
    {
        if (command.Parent is { } parent) await session.Get<Zone, ZoneId>(parent, ct);
        var (zone, added) = Identity.Zone.Add(command.Zone, command.Name, command.Parent);
        return session.Add(zone, added);
    }
}

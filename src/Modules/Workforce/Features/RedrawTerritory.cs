namespace Callout.Workforce;

[Refuses("territory.name", "territory.outline", "territory.empty", "place.off-the-map")]
public sealed record RedrawTerritory(TerritoryId Territory, string Name, IReadOnlyList<Place> Outline, IReadOnlyList<string> Postcodes, long? Seen = null)
{
    internal static readonly RedrawTerritory Example = new(AddTerritory.Example.Territory, "Westlands and Kilimani", [], ["00800", "00606", "00100"]);

    internal static async Task<TerritoryRedrawn> Handle(RedrawTerritory command, Session session, CancellationToken ct)
    {
        var territory = await session.Load<Territory, TerritoryId>(command.Territory, ct, command.Seen);
        return session.Append(territory, territory.Redraw(command.Name, command.Outline, command.Postcodes));
    }
}

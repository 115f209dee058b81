namespace Callout.Workforce;

/// <param name="Outline">Its corners in order; empty when postcodes alone say where it is.</param>
[Refuses("territory.name", "territory.outline", "territory.empty", "place.off-the-map")]
public sealed record AddTerritory(TerritoryId Territory, BranchId Branch, string Name, IReadOnlyList<Place> Outline, IReadOnlyList<string> Postcodes)
{
    internal static readonly AddTerritory Example = new(new(new("0199f3a0-0000-7000-8000-00000000e801")), AddTechnician.Example.Branch, "Westlands", [], ["00800", "00606"]);

    internal static Task<TerritoryAdded> Handle(AddTerritory command, Session session, CancellationToken ct)
    {
        var (territory, added) = Workforce.Territory.Add(command.Territory, command.Branch, command.Name, command.Outline, command.Postcodes);
        return Task.FromResult(session.Add(territory, added));
    }
}

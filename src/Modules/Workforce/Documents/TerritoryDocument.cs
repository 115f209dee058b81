namespace Callout.Workforce;

internal sealed record TerritoryShape(BranchId Branch, string Name, IReadOnlyList<Place> Outline, IReadOnlyList<string> Postcodes);

internal static class TerritoryDocument
{
    public static IEnumerable<Audience> Audiences(Territory territory) => [Audience.Branch(territory.Branch), Audience.Territory(territory.Id), Audience.HeadOffice];

    public static Shapes Shapes(Territory t) => new() { Office = new TerritoryShape(t.Branch, t.Name, t.Outline, t.Postcodes) };
}

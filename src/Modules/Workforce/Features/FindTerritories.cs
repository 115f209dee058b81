namespace Callout.Workforce;

public sealed record TerritoryLine(TerritoryId Id, BranchId Branch, string Name, IReadOnlyList<Place> Outline, IReadOnlyList<string> Postcodes, long Version);

public sealed record FindTerritories(BranchId? Branch, Guid? After, int? Limit)
{
    internal static Task<Page<TerritoryLine>> Handle(FindTerritories query, Reading reading, CancellationToken ct)
    {
        var territories = reading.Of<Territory>();
        if (query.Branch is { } branch) territories = territories.Where(t => t.Branch == branch);
        return territories.Page<Territory, TerritoryId, TerritoryLine>(
            query.After, query.Limit, t => new TerritoryLine(t.Id, t.Branch, t.Name, t.Outline, t.Postcodes, t.Version), ct);
    }
}

namespace Callout.Workforce;

/// <summary>Where a branch's technicians work: an outline on the map, a set of postcodes, or both. Territories may overlap.</summary>
internal sealed class Territory : Entity<TerritoryId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public string Name { get; private set; } = "";

    public IReadOnlyList<Place> Outline { get; private set; } = [];

    public IReadOnlyList<string> Postcodes { get; private set; } = [];

    public static (Territory, TerritoryAdded) Add(TerritoryId id, BranchId branch, string name, IReadOnlyList<Place> outline, IReadOnlyList<string> postcodes)
    {
        var territory = new Territory { Id = id, Branch = branch };
        territory.Draw(name, outline, postcodes);
        return (territory, new TerritoryAdded(id, branch, territory.Name));
    }

    public TerritoryRedrawn Redraw(string name, IReadOnlyList<Place> outline, IReadOnlyList<string> postcodes)
    {
        Draw(name, outline, postcodes);
        return new TerritoryRedrawn(Id);
    }

    public bool Holds(Place? place, string? postcode) =>
        (place is not null && Encloses(place)) || (postcode is not null && Postcodes.Contains(Plain(postcode)));

    private void Draw(string name, IReadOnlyList<Place> outline, IReadOnlyList<string> postcodes)
    {
        Refusal.If(name.Trim().Length is 0 or > 80, "territory.name", "Name the territory in at most 80 characters.");
        Refusal.If(outline.Count is 1 or 2 or > 2000, "territory.outline", "An outline has at least three corners and at most 2000.");
        Refusal.If(outline.Count == 0 && postcodes.Count == 0, "territory.empty", "Draw an outline or name postcodes.");
        foreach (var corner in outline) Place.Check(corner);
        (Name, Outline, Postcodes) = (name.Trim(), outline, [.. postcodes.Select(Plain).Distinct()]);
    }

    // A ray to the east crosses the outline an odd number of times from within.
    private bool Encloses(Place place)
    {
        var inside = false;
        for (var (i, j) = (0, Outline.Count - 1); i < Outline.Count; j = i++)
            if (Crosses(Outline[i], Outline[j], place)) inside = !inside;
        return inside;
    }

    private static bool Crosses(Place a, Place b, Place at) =>
        a.Latitude > at.Latitude != b.Latitude > at.Latitude
        && at.Longitude < ((b.Longitude - a.Longitude) * (at.Latitude - a.Latitude) / (b.Latitude - a.Latitude)) + a.Longitude;

    private static string Plain(string postcode) => postcode.Replace(" ", "").ToUpperInvariant();
}

namespace Callout.Customers;

internal sealed record AssetShape(
    AccountId Account, SiteId Site, string Name, string? Maker, string? Model, string? Serial, AssetId? Parent, AssetStatus Status, LocalDate? InstalledOn, Warranty? Warranty);

internal static class AssetDocument
{
    public static IEnumerable<Audience> Audiences(Asset asset) =>
        [Audience.Branch(asset.Branch), Audience.HeadOffice, Audience.Customer(asset.Account), SiteDocument.Shown(asset.Site)];

    public static Shapes Shapes(Asset a)
    {
        var whole = new AssetShape(a.Account, a.Site, a.Name, a.Maker, a.Model, a.Serial, a.Parent, a.Status, a.InstalledOn, a.Warranty);
        return new() { Office = whole, Technician = whole, Customer = whole };
    }
}

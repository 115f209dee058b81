namespace Callout.Customers;

[Refuses("asset.name-empty", "asset.too-long", "asset.part-of-itself", "asset.parent", "asset.warranty-ends-before-start", "reference.taken")]
public sealed record AddAsset(AssetId Asset, SiteId Site, AssetDetails Details)
{
    internal static readonly AddAsset Example = new(
        new(new("0199f3a0-0000-7000-8000-000000040001")), AddSite.Example.Site,
        new("Cold room 2 compressor", "Bitzer", "4FES-5Y", "SN-20-48813", InstalledOn: new(2025, 3, 1), Warranty: new(new(2025, 3, 1), new(2027, 2, 28), Exclusions: "Refrigerant")));

    internal static async Task<AssetAdded> Handle(AddAsset command, Session session, CancellationToken ct)
    {
        var (asset, added) = Customers.Asset.Add(command.Asset, await session.Get<Site, SiteId>(command.Site, ct), command.Details);
        await Places.Check(asset, session, ct);
        await session.Find(asset.Id.Value, SearchWord.Of(asset), ct);
        await session.Number(SearchKind.Asset, asset.Id.Value, command.Details.References, ct);
        return session.Add(asset, added);
    }
}

namespace Callout.Customers;

/// <param name="UnderWarranty">Today, on the site's calendar.</param>
/// <param name="Above">What it is part of, the nearest first.</param>
public sealed record AssetPage(
    AssetId Id, long Version, AccountId Account, string AccountName, SiteLine Site, AssetDetails Details, bool UnderWarranty,
    IReadOnlyList<AssetLine> Above, IReadOnlyList<AssetLine> Parts);

/// <summary>A thing that is looked after, where it stands, and what it is part of.</summary>
public sealed record GetAsset(AssetId Id)
{
    private const int Shown = 50;

    internal static async Task<AssetPage> Handle(GetAsset query, Reading reading, CancellationToken ct)
    {
        var asset = await reading.Get<Asset, AssetId>(query.Id, ct);
        var site = await reading.Get<Site, SiteId>(asset.Site, ct);
        var holder = await Accounts.Holder(asset.Account, reading, ct);
        var today = reading.Now.InZone(DateTimeZoneProviders.Tzdb[site.TimeZone]).Date;
        return new AssetPage(
            asset.Id, asset.Version, holder, (await Accounts.Names([holder], reading, ct))[holder], FindSites.Line(site),
            Details(asset, await References.Of(asset.Id.Value, SearchKind.Asset, reading, ct)), asset.Warranty is { } w && w.From <= today && today <= w.Until,
            await Above(asset.Parent, reading, ct), (await FindAssets.Handle(new(null, null, asset.Id, null, Shown), reading, ct)).Items);
    }

    private static AssetDetails Details(Asset a, IReadOnlyList<Reference> references) =>
        new(a.Name, a.Maker, a.Model, a.Serial, a.Parent, a.Status, a.InstalledOn, a.Warranty, references);

    private static async Task<IReadOnlyList<AssetLine>> Above(AssetId? parent, Reading reading, CancellationToken ct)
    {
        List<AssetLine> above = [];
        for (var next = parent; next is { } id;)
        {
            var a = await reading.Get<Asset, AssetId>(id, ct);
            above.Add(new AssetLine(a.Id, a.Account, a.Site, a.Name, a.Maker, a.Model, a.Serial, a.Parent, a.Status, a.WarrantyUntil));
            next = a.Parent;
        }

        return above;
    }
}

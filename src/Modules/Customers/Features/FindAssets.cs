namespace Callout.Customers;

public sealed record AssetLine(AssetId Id, AccountId Account, SiteId Site, string Name, string? Maker, string? Model, string? Serial, AssetId? Parent, AssetStatus Status, LocalDate? WarrantyUntil);

/// <summary>What is looked after, the newest first: of a customer, at a site, or the parts of another asset.</summary>
public sealed record FindAssets(AccountId? Account, SiteId? Site, AssetId? Parent, Guid? After, int? Limit)
{
    internal static async Task<Page<AssetLine>> Handle(FindAssets query, Reading reading, CancellationToken ct)
    {
        var assets = reading.Of<Asset>();
        if (query.Account is { } account)
        {
            var family = await Accounts.Family(account, reading, ct);
            assets = assets.Where(a => family.Contains(a.Account));
        }

        if (query.Site is { } site) assets = assets.Where(a => a.Site == site);
        if (query.Parent is { } parent) assets = assets.Where(a => a.Parent == parent);
        return await assets.Page<Asset, AssetId, AssetLine>(query.After, query.Limit,
            a => new AssetLine(a.Id, a.Account, a.Site, a.Name, a.Maker, a.Model, a.Serial, a.Parent, a.Status, a.WarrantyUntil), ct);
    }
}

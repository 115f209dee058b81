namespace Callout.Customers;

/// <param name="Details">All of it as it is to be; what is left out is emptied.</param>
/// <param name="Site">Where it stands now, when it was moved to another site of the same customer.</param>
/// <param name="Seen">The version that the person saw.</param>
[Refuses("asset.name-empty", "asset.too-long", "asset.part-of-itself", "asset.parent", "asset.other-customer", "asset.warranty-ends-before-start", "reference.taken")]
public sealed record ChangeAsset(AssetId Asset, AssetDetails Details, SiteId? Site = null, long? Seen = null)
{
    internal static readonly ChangeAsset Example = new(AddAsset.Example.Asset, AddAsset.Example.Details with { Status = AssetStatus.Degraded }, null, 1);

    internal static async Task<AssetChanged> Handle(ChangeAsset command, Session session, CancellationToken ct)
    {
        var asset = await session.Load<Asset, AssetId>(command.Asset, ct, command.Seen);
        var site = await session.Get<Site, SiteId>(command.Site ?? asset.Site, ct);
        Refusal.If(site.Account != asset.Account, "asset.other-customer", "That site is another customer's; retire the asset here and add it there.");
        var changed = asset.Change(site, command.Details);
        await Places.Check(asset, session, ct);
        await session.Find(asset.Id.Value, SearchWord.Of(asset), ct);
        await session.Number(SearchKind.Asset, asset.Id.Value, command.Details.References, ct);
        return session.Append(asset, changed);
    }
}

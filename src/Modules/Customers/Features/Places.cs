namespace Callout.Customers;

/// <summary>What must hold between sites, and between the things that stand on them.</summary>
internal static class Places
{
    private const int DepthAtMost = 20;

    public static async Task Check(Site site, Session session, CancellationToken ct)
    {
        Refusal.If(site.Contact is { } contact && !await session.Of<Contact>().AnyAsync(c => c.Id == contact && c.Account == site.Account, ct), "site.contact", "There is no such contact at this customer.");
        for (var (above, depth) = (site.Parent, 0); above is { } parent; depth++)
        {
            var row = await session.Of<Site>().FirstOrDefaultAsync(s => s.Id == parent && s.Account == site.Account, ct);
            Refusal.If(row is null, "site.parent", "There is no such site of this customer to be part of.");
            Refusal.If(row!.Parent == site.Id || depth > DepthAtMost, "site.part-of-itself", "A site cannot be part of itself, nor of its own parts.");
            above = row.Parent;
        }
    }

    public static async Task Check(Asset asset, Session session, CancellationToken ct)
    {
        for (var (above, depth) = (asset.Parent, 0); above is { } parent; depth++)
        {
            var row = await session.Of<Asset>().FirstOrDefaultAsync(a => a.Id == parent && a.Account == asset.Account, ct);
            Refusal.If(row is null, "asset.parent", "There is no such asset of this customer to be part of.");
            Refusal.If(row!.Parent == asset.Id || depth > DepthAtMost, "asset.part-of-itself", "An asset cannot be part of itself, nor of its own parts.");
            above = row.Parent;
        }
    }

    /// <summary>The branch of a site knows its customer, and whom to ask for.</summary>
    public static async Task Serve(Account account, BranchId branch, Session session, CancellationToken ct)
    {
        if (!account.ServeIn(branch)) return;
        foreach (var contact in await session.LoadAll<Contact>(c => c.Account == account.Id, ct)) contact.ServeWhere(account);
    }

    /// <summary>What stands at a site belongs to the branch that serves it.</summary>
    public static async Task FollowBranch(Site site, Session session, CancellationToken ct)
    {
        foreach (var asset in await session.LoadAll<Asset>(a => a.Site == site.Id && a.Branch != site.Branch, ct))
        {
            asset.Stand(site);
            await session.Find(asset.Id.Value, SearchWord.Of(asset), ct);
            session.Append(asset, new AssetChanged(asset.Id, asset.Status));
        }
    }
}

namespace Callout.Customers;

/// <param name="Account">The customer as the site shows them: the kept one, when theirs was merged.</param>
/// <param name="Parts">The places that are part of this one.</param>
public sealed record SitePage(
    SiteId Id, long Version, AccountId Account, string AccountName, SiteDetails Details, IReadOnlyList<SiteLine> Parts, IReadOnlyList<AssetLine> Assets);

/// <summary>A place, with its parts and the newest of what stands there.</summary>
public sealed record GetSite(SiteId Id)
{
    private const int Shown = 50;

    internal static async Task<SitePage> Handle(GetSite query, Reading reading, CancellationToken ct)
    {
        var site = await reading.Get<Site, SiteId>(query.Id, ct);
        var holder = await Accounts.Holder(site.Account, reading, ct);
        var parts = await reading.Of<Site>().Where(s => s.Parent == site.Id).OrderByDescending(s => s.Id).Take(Shown).ToListAsync(ct);
        return new SitePage(
            site.Id, site.Version, holder, (await Accounts.Names([holder], reading, ct))[holder], Details(site, await References.Of(site.Id.Value, SearchKind.Site, reading, ct)),
            [.. parts.Select(FindSites.Line)], (await FindAssets.Handle(new(null, site.Id, null, null, Shown), reading, ct)).Items);
    }

    private static SiteDetails Details(Site s, IReadOnlyList<Reference> references) => new(
        s.Name, s.Branch, DateTimeZoneProviders.Tzdb[s.TimeZone], s.Address, s.Position, s.AccessNotes, s.Hazards, s.Parent, s.Contact, references);
}

namespace Callout.Customers;

/// <summary>What other modules must know of a place to send somebody there.</summary>
/// <param name="Address">On one line.</param>
/// <param name="Area">The town, or where there is none the region.</param>
public sealed record SiteSummary(SiteId Id, AccountId Account, BranchId Branch, string Name, string? Address, Position? Position, DateTimeZone Zone, string? Area = null);

/// <summary>What other modules ask about places.</summary>
public static class Sites
{
    public static async Task<SiteSummary> Of(SiteId id, Reading reading, CancellationToken ct) => Summary(await reading.Get<Site, SiteId>(id, ct));

    /// <summary>For a list; a site that is not in sight is left out.</summary>
    public static async Task<Dictionary<SiteId, SiteSummary>> Of(IReadOnlyCollection<SiteId> ids, Reading reading, CancellationToken ct) =>
        (await reading.Of<Site>().Where(s => ids.Contains(s.Id)).ToListAsync(ct)).ToDictionary(s => s.Id, Summary);

    private static SiteSummary Summary(Site site) =>
        new(site.Id, site.Account, site.Branch, site.Name, Addresses.OneLine(site.Address), site.Position, DateTimeZoneProviders.Tzdb[site.TimeZone], site.Address.Town ?? site.Address.Region);
}

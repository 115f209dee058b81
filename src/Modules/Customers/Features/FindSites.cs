namespace Callout.Customers;

public sealed record SiteLine(SiteId Id, AccountId Account, BranchId Branch, string Name, string? Address, Position? Position, SiteId? Parent);

/// <summary>Places, the newest first: of a customer, of a branch, or all.</summary>
public sealed record FindSites(AccountId? Account, BranchId? Branch, Guid? After, int? Limit)
{
    internal static async Task<Page<SiteLine>> Handle(FindSites query, Reading reading, CancellationToken ct)
    {
        var sites = reading.Of<Site>();
        if (query.Account is { } account)
        {
            var family = await Accounts.Family(account, reading, ct);
            sites = sites.Where(s => family.Contains(s.Account));
        }

        if (query.Branch is { } branch) sites = sites.Where(s => s.Branch == branch);
        var page = await sites.Page<Site, SiteId, Site>(query.After, query.Limit, s => s, ct);
        return new([.. page.Items.Select(Line)], page.Next);
    }

    internal static SiteLine Line(Site s) => new(s.Id, s.Account, s.Branch, s.Name, Addresses.OneLine(s.Address), s.Position, s.Parent);
}

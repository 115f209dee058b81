namespace Callout.Customers;

internal sealed record SiteShape(
    AccountId Account, BranchId Branch, string Name, string? Address, Position? Position, string TimeZone, string? AccessNotes, string? Hazards, SiteId? Parent, ContactId? Contact);

internal sealed record OwnSiteShape(AccountId Account, string Name, string? Address, Position? Position, string TimeZone, string? AccessNotes, SiteId? Parent);

internal static class SiteDocument
{
    /// <summary>Technicians to whom the site is shown.</summary>
    public static Audience Shown(SiteId site) => new($"site:{site}", View.Technician);

    public static IEnumerable<Audience> Audiences(Site site) => [Audience.Branch(site.Branch), Audience.HeadOffice, Audience.Customer(site.Account), Shown(site.Id)];

    public static Shapes Shapes(Site s)
    {
        var whole = new SiteShape(s.Account, s.Branch, s.Name, Addresses.OneLine(s.Address), s.Position, s.TimeZone, s.AccessNotes, s.Hazards, s.Parent, s.Contact);
        return new() { Office = whole, Technician = whole, Customer = new OwnSiteShape(s.Account, s.Name, whole.Address, s.Position, s.TimeZone, s.AccessNotes, s.Parent) };
    }
}

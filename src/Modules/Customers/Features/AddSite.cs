namespace Callout.Customers;

[Refuses("site.name-empty", "site.name-too-long", "site.notes-too-long", "site.position", "site.part-of-itself", "site.parent", "site.contact", "address.country", "address.too-long", "reference.taken")]
public sealed record AddSite(SiteId Site, AccountId Account, SiteDetails Details)
{
    internal static readonly AddSite Example = new(
        new(new("0199f3a0-0000-7000-8000-000000030001")), AddAccount.Example.Account,
        new("Karen cold store", AddAccount.Example.Details.Branch, DateTimeZoneProviders.Tzdb["Africa/Nairobi"], new("Ngong Road 401", "Nairobi", PostalCode: "00502", Country: "KE"),
            new(-1.3197, 36.7073, PositionQuality.Building), "Ask at gate B for Wanjiru; bring the badge.", "Ammonia plant behind the dock"));

    internal static async Task<SiteAdded> Handle(AddSite command, Session session, CancellationToken ct)
    {
        var account = await session.Load<Account, AccountId>(command.Account, ct);
        var (site, added) = Customers.Site.Add(command.Site, account.Id, command.Details);
        await Places.Check(site, session, ct);
        await session.Find(site.Id.Value, SearchWord.Of(site), ct);
        await session.Number(SearchKind.Site, site.Id.Value, command.Details.References, ct);
        await Places.Serve(account, site.Branch, session, ct);
        return session.Add(site, added);
    }
}

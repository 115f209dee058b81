namespace Callout.Customers;

/// <param name="Details">All of it as it is to be; what is left out is emptied.</param>
/// <param name="Seen">The version that the person saw.</param>
[Refuses("site.name-empty", "site.name-too-long", "site.notes-too-long", "site.position", "site.part-of-itself", "site.parent", "site.contact", "address.country", "address.too-long", "reference.taken")]
public sealed record ChangeSite(SiteId Site, SiteDetails Details, long? Seen = null)
{
    internal static readonly ChangeSite Example = new(AddSite.Example.Site, AddSite.Example.Details with { AccessNotes = "Gate B is closed; use the ramp." }, 1);

    internal static async Task<SiteChanged> Handle(ChangeSite command, Session session, CancellationToken ct)
    {
        var site = await session.Load<Site, SiteId>(command.Site, ct, command.Seen);
        var account = await session.Load<Account, AccountId>(site.Account, ct);
        var changed = site.Change(command.Details);
        await Places.Check(site, session, ct);
        await session.Find(site.Id.Value, SearchWord.Of(site), ct);
        await session.Number(SearchKind.Site, site.Id.Value, command.Details.References, ct);
        await Places.FollowBranch(site, session, ct);
        await Places.Serve(account, site.Branch, session, ct);
        return session.Append(site, changed);
    }
}

namespace Callout.Customers;

/// <summary>Lets a technician see a site, its assets and whom to ask for there. Whoever sends them runs it; sending them twice changes nothing.</summary>
public sealed record ShowSite(SiteId Site, ResourceId Technician)
{
    internal static readonly ShowSite Example = new(AddSite.Example.Site, new(new("0199f3a0-0000-7000-8000-00000000e001")));

    internal static async Task<SiteShown> Handle(ShowSite command, Session session, CancellationToken ct)
    {
        var site = await session.Get<Site, SiteId>(command.Site, ct);
        var id = Showing.IdOf(site.Id, command.Technician);
        if ((await session.LoadAll<Showing>(s => s.Id == id, ct)).SingleOrDefault() is not { } showing) return Begin(Showing.Of(site, command.Technician), session);
        return showing.Stands ? new SiteShown(site.Id, command.Technician) : session.Append(showing, showing.Show());
    }

    private static SiteShown Begin(Showing showing, Session session) => session.Add(showing, showing.Show());
}

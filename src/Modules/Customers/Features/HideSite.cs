namespace Callout.Customers;

/// <summary>The technician has nothing to do at the site any more.</summary>
public sealed record HideSite(SiteId Site, ResourceId Technician)
{
    internal static readonly HideSite Example = new(ShowSite.Example.Site, ShowSite.Example.Technician);

    internal static async Task<SiteHidden> Handle(HideSite command, Session session, CancellationToken ct)
    {
        await session.Get<Site, SiteId>(command.Site, ct);
        var id = Showing.IdOf(command.Site, command.Technician);
        var showing = (await session.LoadAll<Showing>(s => s.Id == id, ct)).SingleOrDefault();
        return showing is { Stands: true } ? session.Append(showing, showing.Hide()) : new SiteHidden(command.Site, command.Technician);
    }
}

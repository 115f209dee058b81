namespace Callout.Customers;

/// <summary>While it stands, the technician sees the site, its assets and whom to ask for.</summary>
internal sealed class Showing : Entity<ShowingId>
{
    public SiteId Site { get; private init; }

    public AccountId Account { get; private init; }

    public ResourceId Technician { get; private init; }

    public bool Stands { get; private set; }

    public static ShowingId IdOf(SiteId site, ResourceId technician) => ShowingId.From(Kernel.Id.Derived(site.Value, 0, $"shown to {technician}"));

    public static Showing Of(Site site, ResourceId technician) => new() { Id = IdOf(site.Id, technician), Site = site.Id, Account = site.Account, Technician = technician };

    public SiteShown Show()
    {
        Stands = true;
        return new SiteShown(Site, Technician);
    }

    public SiteHidden Hide()
    {
        Stands = false;
        return new SiteHidden(Site, Technician);
    }
}

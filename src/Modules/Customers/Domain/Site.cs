namespace Callout.Customers;

internal sealed class Site : Entity<SiteId>, IInBranch
{
    public const int NameLength = 200, NotesLength = 2000;

    public AccountId Account { get; private init; }

    public BranchId Branch { get; private set; }

    public string Name { get; private set; } = "";

    public Address Address { get; private set; } = Address.None;

    public double? Latitude { get; private set; }

    public double? Longitude { get; private set; }

    public PositionQuality PositionQuality { get; private set; }

    public string? AccessNotes { get; private set; }

    public string? Hazards { get; private set; }

    /// <summary>IANA, such as Africa/Nairobi.</summary>
    public string TimeZone { get; private set; } = "";

    public SiteId? Parent { get; private set; }

    public ContactId? Contact { get; private set; }

    public Position? Position => Latitude is { } latitude && Longitude is { } longitude ? new Position(latitude, longitude, PositionQuality) : null;

    public static (Site, SiteAdded) Add(SiteId id, AccountId account, SiteDetails details)
    {
        var site = new Site { Id = id, Account = account };
        site.Take(details);
        return (site, new SiteAdded(id, account));
    }

    public SiteChanged Change(SiteDetails details)
    {
        Take(details);
        return new SiteChanged(Id);
    }

    /// <summary>The place stays, so that its history does; where it is and how one gets in are forgotten.</summary>
    public SiteChanged Forget()
    {
        (Name, Address, AccessNotes, Hazards, Latitude, Longitude) = ("", Address.None, null, null, null, null);
        return new SiteChanged(Id);
    }

    private void Take(SiteDetails details)
    {
        Refusal.If(string.IsNullOrWhiteSpace(details.Name), "site.name-empty", "Give the site a name.");
        Refusal.If(details.Name.Length > NameLength, "site.name-too-long", $"Keep the name under {NameLength} characters.");
        Refusal.If(details.AccessNotes?.Length > NotesLength || details.Hazards?.Length > NotesLength, "site.notes-too-long", $"Keep notes under {NotesLength} characters.");
        Refusal.If(details.Parent == Id, "site.part-of-itself", "A site cannot be part of itself.");
        Refusal.If(details.Position is { } p && !(Math.Abs(p.Latitude) <= 90 && Math.Abs(p.Longitude) <= 180), "site.position", "A latitude lies between -90 and 90, a longitude between -180 and 180.");
        (Name, Branch, TimeZone, Parent, Contact) = (details.Name.Trim(), details.Branch, details.Zone.Id, details.Parent, details.Contact);
        (Address, AccessNotes, Hazards) = (Addresses.Checked(details.Address), Text.Blank(details.AccessNotes), Text.Blank(details.Hazards));
        (Latitude, Longitude, PositionQuality) = (details.Position?.Latitude, details.Position?.Longitude, details.Position?.Quality ?? PositionQuality.Unknown);
    }
}

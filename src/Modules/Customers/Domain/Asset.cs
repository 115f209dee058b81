namespace Callout.Customers;

internal sealed class Asset : Entity<AssetId>, IInBranch
{
    public const int TextLength = 200;

    public AccountId Account { get; private set; }

    public BranchId Branch { get; private set; }

    public SiteId Site { get; private set; }

    public string Name { get; private set; } = "";

    public string? Maker { get; private set; }

    public string? Model { get; private set; }

    public string? Serial { get; private set; }

    public AssetId? Parent { get; private set; }

    public AssetStatus Status { get; private set; }

    public LocalDate? InstalledOn { get; private set; }

    public LocalDate? WarrantyFrom { get; private set; }

    public LocalDate? WarrantyUntil { get; private set; }

    public bool WarrantyParts { get; private set; }

    public bool WarrantyLabour { get; private set; }

    public bool WarrantyTravel { get; private set; }

    public string? WarrantyExclusions { get; private set; }

    public Warranty? Warranty => WarrantyFrom is { } from && WarrantyUntil is { } until
        ? new Warranty(from, until, WarrantyParts, WarrantyLabour, WarrantyTravel, WarrantyExclusions) : null;

    public static (Asset, AssetAdded) Add(AssetId id, Site site, AssetDetails details)
    {
        var asset = new Asset { Id = id };
        asset.Stand(site);
        asset.Take(details);
        return (asset, new AssetAdded(id, site.Id));
    }

    public AssetChanged Change(Site site, AssetDetails details)
    {
        Stand(site);
        Take(details);
        return new AssetChanged(Id, Status);
    }

    public void Stand(Site site) => (Site, Account, Branch) = (site.Id, site.Account, site.Branch);

    private void Take(AssetDetails details)
    {
        Refusal.If(string.IsNullOrWhiteSpace(details.Name), "asset.name-empty", "Say what it is.");
        Refusal.If(new[] { details.Name, details.Maker, details.Model, details.Serial }.Any(t => t?.Length > TextLength), "asset.too-long", $"Keep name, maker, model and serial under {TextLength} characters.");
        Refusal.If(details.Parent == Id, "asset.part-of-itself", "An asset cannot be part of itself.");
        Refusal.If(details.Warranty is { } w && w.Until < w.From, "asset.warranty-ends-before-start", "The warranty must end after it starts.");
        (Name, Maker, Model, Serial) = (details.Name.Trim(), Text.Blank(details.Maker), Text.Blank(details.Model), Text.Blank(details.Serial));
        (Parent, Status, InstalledOn) = (details.Parent, details.Status, details.InstalledOn);
        (WarrantyFrom, WarrantyUntil, WarrantyExclusions) = (details.Warranty?.From, details.Warranty?.Until, Text.Blank(details.Warranty?.Exclusions));
        (WarrantyParts, WarrantyLabour, WarrantyTravel) = (details.Warranty?.Parts ?? false, details.Warranty?.Labour ?? false, details.Warranty?.Travel ?? false);
    }
}

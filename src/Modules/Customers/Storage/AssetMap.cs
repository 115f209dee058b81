namespace Callout.Customers;

internal sealed class AssetMap : EntityMap<Asset>
{
    protected override void Map(Mapping<Asset> map)
    {
        map.SeenInBranch(a => a.Branch).SeenByCustomer(a => a.Account)
            .SeenThrough((a, db) => db.Set<Showing>().Any(s => s.Site == a.Site && s.Stands && s.Technician == db.SeesTechnician));
        map.NotPersonal(a => a.Name, a => a.Maker, a => a.Model, a => a.Serial, a => a.WarrantyExclusions);
        map.Entity.Ignore(a => a.Warranty);
        map.Entity.HasIndex(a => a.Account);
        map.Entity.HasIndex(a => new { a.Site, a.Id });
        map.Entity.HasIndex(a => new { a.Parent, a.Id });
    }
}

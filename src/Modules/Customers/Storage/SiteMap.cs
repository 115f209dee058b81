namespace Callout.Customers;

internal sealed class SiteMap : EntityMap<Site>
{
    protected override void Map(Mapping<Site> map)
    {
        map.SeenInBranch(s => s.Branch).SeenByCustomer(s => s.Account)
            .SeenThrough((s, db) => db.Set<Showing>().Any(v => v.Site == s.Id && v.Stands && v.Technician == db.SeesTechnician));
        map.Personal(s => s.Name, s => s.AccessNotes, s => s.Hazards).PersonalValue(s => s.Latitude).PersonalValue(s => s.Longitude).NotPersonal(s => s.TimeZone);
        map.Entity.Ignore(s => s.Position);
        map.Entity.ComplexProperty(s => s.Address);
        map.Entity.HasIndex(s => s.Account);
        map.Entity.HasIndex(s => new { s.Parent, s.Id });
        map.Entity.HasIndex(s => new { s.Branch, s.Id });
    }
}

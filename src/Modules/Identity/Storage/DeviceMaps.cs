namespace Callout.Identity;

internal sealed class DeviceMap : EntityMap<Device>
{
    protected override void Map(Mapping<Device> map)
    {
        map.SeenByPerson(d => d.Person).SeenThrough((d, db) => db.Set<PersonBranch>().Any(b => b.Person == d.Person && db.SeesBranches.Contains(b.Branch)));
        map.Personal(d => d.Reason);
        map.Entity.HasIndex(d => d.Person);
    }
}

internal sealed class DeviceReportMap : EntityMap<DeviceReport>
{
    protected override void Map(Mapping<DeviceReport> map)
    {
        map.SeenByAll().NotPersonal(r => r.Name, r => r.Version).Entity.HasKey(r => r.Device);
        map.Entity.Property(r => r.Device).ValueGeneratedNever();
        map.Entity.HasIndex(r => r.Ticket);
    }
}

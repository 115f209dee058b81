namespace Callout.Workforce;

internal sealed class VehicleMap : EntityMap<Vehicle>
{
    protected override void Map(Mapping<Vehicle> map)
    {
        map.SeenInBranch(v => v.Branch).SeenByTechnician(v => v.Driver).NotPersonal(v => v.Name, v => v.Plate);
        map.Entity.HasIndex(v => new { v.Branch, v.Id });
        map.Entity.HasIndex(v => v.Driver);
    }
}

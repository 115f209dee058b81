namespace Callout.Workforce;

internal sealed class TechnicianMap : EntityMap<Technician>
{
    protected override void Map(Mapping<Technician> map)
    {
        map.SeenInBranch(t => t.Branch).SeenByTechnician(t => t.Id).Personal(t => t.Name, t => t.SearchKey);
        map.Json(t => t.Profile, personal: true).Json(t => t.Skills).Json(t => t.Patterns);
        map.Entity.Ignore(t => t.Zone).HasIndex(t => new { t.Branch, t.Id });
        map.Entity.HasIndex(t => t.Person);
    }
}

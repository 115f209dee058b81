namespace Callout.Workforce;

internal sealed class ShiftChangeMap : EntityMap<ShiftChange>
{
    protected override void Map(Mapping<ShiftChange> map)
    {
        map.SeenInBranch(c => c.Branch).SeenByTechnician(c => c.Technician).Json(c => c.Hours);
        map.Entity.HasIndex(c => new { c.Technician, c.Day });
    }
}

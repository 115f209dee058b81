namespace Callout.Workforce;

internal sealed class AbsenceMap : EntityMap<Absence>
{
    protected override void Map(Mapping<Absence> map)
    {
        map.SeenInBranch(a => a.Branch).SeenByTechnician(a => a.Technician).Personal(a => a.Note, a => a.Answer);
        map.Entity.HasIndex(a => new { a.Technician, a.From });
        map.Entity.HasIndex(a => new { a.Branch, a.Id });
    }
}

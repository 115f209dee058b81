namespace Callout.Workforce;

internal sealed class CertificateMap : EntityMap<Certificate>
{
    protected override void Map(Mapping<Certificate> map)
    {
        map.SeenInBranch(c => c.Branch).SeenByTechnician(c => c.Technician).NotPersonal(c => c.Type).Personal(c => c.Number);
        map.Entity.HasIndex(c => new { c.Technician, c.Expires });
        map.Entity.HasIndex(c => new { c.Branch, c.Expires });
    }
}

namespace Callout.Workforce;

internal sealed class TerritoryMap : EntityMap<Territory>
{
    protected override void Map(Mapping<Territory> map)
    {
        map.SeenInBranch(t => t.Branch).NotPersonal(t => t.Name).Json(t => t.Outline).Json(t => t.Postcodes);
        map.Entity.HasIndex(t => new { t.Branch, t.Id });
    }
}

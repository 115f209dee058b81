namespace Callout.Workforce;

internal sealed class OnCallRotaMap : EntityMap<OnCallRota>
{
    protected override void Map(Mapping<OnCallRota> map)
    {
        map.SeenInBranch(r => r.Branch).NotPersonal(r => r.Name, r => r.Zone).Json(r => r.Turns);
        map.Entity.HasIndex(r => r.Branch);
    }
}

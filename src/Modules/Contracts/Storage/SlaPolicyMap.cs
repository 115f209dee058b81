namespace Callout.Contracts;

internal sealed class SlaPolicyMap : EntityMap<SlaPolicy>
{
    protected override void Map(Mapping<SlaPolicy> map) => map.SeenByAll().Json(p => p.Plan);
}

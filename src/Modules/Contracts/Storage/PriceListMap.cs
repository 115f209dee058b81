namespace Callout.Contracts;

internal sealed class PriceListMap : EntityMap<PriceList>
{
    protected override void Map(Mapping<PriceList> map) => map.SeenByAll().NotPersonal(l => l.Name, l => l.Currency).Json(l => l.Lines);
}

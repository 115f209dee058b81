namespace Callout.Workforce;

internal sealed class ShiftPatternMap : EntityMap<ShiftPattern>
{
    protected override void Map(Mapping<ShiftPattern> map) =>
        map.SeenByAll().NotPersonal(p => p.Name, p => p.Holidays).Json(p => p.Hours);
}

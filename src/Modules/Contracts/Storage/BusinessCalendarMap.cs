namespace Callout.Contracts;

internal sealed class BusinessCalendarMap : EntityMap<BusinessCalendar>
{
    protected override void Map(Mapping<BusinessCalendar> map) => map.SeenByAll().Json(c => c.Plan);
}

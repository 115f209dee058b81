namespace Callout.Customers;

internal sealed class ShowingMap : EntityMap<Showing>
{
    protected override void Map(Mapping<Showing> map)
    {
        // Read only by the sights of the others, and by who sends technicians.
        map.SeenByAll();
        map.Entity.HasIndex(s => new { s.Technician, s.Site });
        map.Entity.HasIndex(s => s.Account);
    }
}

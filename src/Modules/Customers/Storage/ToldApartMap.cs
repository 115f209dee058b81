namespace Callout.Customers;

internal sealed class ToldApartMap : EntityMap<ToldApart>
{
    protected override void Map(Mapping<ToldApart> map)
    {
        // Two ids and nothing else; the accounts have a sight of their own.
        map.SeenByAll();
        map.Entity.HasIndex(t => t.First);
        map.Entity.HasIndex(t => t.Second);
    }
}

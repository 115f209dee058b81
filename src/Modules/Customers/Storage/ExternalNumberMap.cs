namespace Callout.Customers;

internal sealed class ExternalNumberMap : EntityMap<ExternalNumber>
{
    protected override void Map(Mapping<ExternalNumber> map)
    {
        // They lead to things that have a sight of their own.
        map.SeenByAll().NotPersonal(n => n.System, n => n.Number);
        map.Entity.HasKey(n => new { n.Kind, n.System, n.Number });
        map.Entity.HasIndex(n => n.Number);
        map.Entity.HasIndex(n => n.Subject);
    }
}

namespace Callout.WorkOrders;

internal sealed class FailureCodeMap : EntityMap<FailureCode>
{
    protected override void Map(Mapping<FailureCode> map)
    {
        map.SeenByAll().NotPersonal(c => c.Code, c => c.Name);
        map.Entity.HasIndex(c => new { c.Kind, c.Code }).IsUnique();
    }
}

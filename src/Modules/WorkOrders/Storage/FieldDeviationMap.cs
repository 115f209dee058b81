namespace Callout.WorkOrders;

internal sealed class FieldDeviationMap : EntityMap<FieldDeviation>
{
    protected override void Map(Mapping<FieldDeviation> map)
    {
        map.SeenInBranch(d => d.Branch).Personal(d => d.Remark).NotPersonal(d => d.SettledBy);
        map.Entity.HasIndex(d => new { d.Branch, d.SettledBy });
        map.Entity.HasIndex(d => d.WorkOrder);
    }
}

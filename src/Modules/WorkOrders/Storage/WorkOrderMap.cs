namespace Callout.WorkOrders;

internal sealed class WorkOrderMap : EntityMap<WorkOrder>
{
    protected override void Map(Mapping<WorkOrder> map)
    {
        map.SeenInBranch(o => o.Branch).SeenByCustomer(o => o.Account).Personal(o => o.Summary);
        map.Entity.HasIndex(o => new { o.Branch, o.Id });
        map.Entity.HasIndex(o => o.Number).IsUnique();
    }
}

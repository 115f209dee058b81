namespace Callout.WorkOrders;

internal sealed class VisitMap : EntityMap<Visit>
{
    protected override void Map(Mapping<Visit> map)
    {
        map.SeenInBranch(v => v.Branch).SeenByTechnician(v => v.Lead).SeenByCustomer(v => v.Account);
        map.Entity.HasIndex(v => v.WorkOrder);
        map.Entity.HasIndex(v => new { v.Lead, v.Start });
        map.Entity.HasIndex(v => new { v.Branch, v.Day });
    }
}

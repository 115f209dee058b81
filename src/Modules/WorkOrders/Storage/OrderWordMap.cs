namespace Callout.WorkOrders;

internal sealed class OrderWordMap : EntityMap<OrderWord>
{
    protected override void Map(Mapping<OrderWord> map)
    {
        // They only lead to orders, which have a sight of their own.
        map.SeenInBranch(w => w.Branch).Personal(w => w.Word);
        map.Entity.HasKey(w => new { w.WorkOrder, w.Word });
        map.Entity.HasIndex(w => new { w.Word, w.WorkOrder });
    }
}

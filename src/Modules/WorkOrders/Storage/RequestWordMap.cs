namespace Callout.WorkOrders;

internal sealed class RequestWordMap : EntityMap<RequestWord>
{
    protected override void Map(Mapping<RequestWord> map)
    {
        // They only lead to requests, which have a sight of their own.
        map.SeenInBranch(w => w.Branch).Personal(w => w.Word);
        map.Entity.HasKey(w => new { w.Request, w.Word });
        map.Entity.HasIndex(w => new { w.Word, w.Request });
    }
}

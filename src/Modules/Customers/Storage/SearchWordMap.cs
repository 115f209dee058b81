namespace Callout.Customers;

internal sealed class SearchWordMap : EntityMap<SearchWord>
{
    protected override void Map(Mapping<SearchWord> map)
    {
        // Words of sites and assets are found in the branch's sight; those of accounts and contacts only lead to accounts, which have a sight of their own.
        map.SeenThrough((w, db) => w.Branch == null || db.SeesBranches.Contains(w.Branch!.Value)).Personal(w => w.Word);
        map.Entity.HasKey(w => new { w.Subject, w.Word });
        map.Entity.HasIndex(w => new { w.Word, w.Account });
        map.Entity.HasIndex(w => w.Account);
    }
}

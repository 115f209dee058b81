namespace Callout.WorkOrders;

internal sealed class NoteMap : EntityMap<Note>
{
    protected override void Map(Mapping<Note> map)
    {
        map.SeenInBranch(n => n.Branch).SeenThrough((n, db) => n.Shared && db.SeesAccount != null && n.Account == db.SeesAccount)
            .SeenThrough((row, db) => db.SeesTechnician != null && db.Set<VisitAssignment>().Any(a => a.WorkOrder == row.WorkOrder && a.Resource == db.SeesTechnician)).Personal(n => n.Text);
        map.Entity.HasIndex(n => n.WorkOrder);
    }
}

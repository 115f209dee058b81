namespace Callout.WorkOrders;

internal sealed class AttachmentMap : EntityMap<Attachment>
{
    protected override void Map(Mapping<Attachment> map)
    {
        map.SeenInBranch(a => a.Branch).SeenByCustomer(a => a.Account).SeenThrough((row, db) => db.SeesTechnician != null && db.Set<VisitAssignment>().Any(a => a.WorkOrder == row.WorkOrder && a.Resource == db.SeesTechnician))
            .Personal(a => a.Name).NotPersonal(a => a.Hash, a => a.MediaType);
        map.Entity.HasIndex(a => a.WorkOrder);
        map.Entity.HasIndex(a => a.Request);
        map.Entity.HasIndex(a => a.Hash);
    }
}

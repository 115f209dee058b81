namespace Callout.WorkOrders;

internal sealed class WorkOrderMap : EntityMap<WorkOrder>
{
    protected override void Map(Mapping<WorkOrder> map)
    {
        map.SeenInBranch(o => o.Branch).SeenByCustomer(o => o.Account)
            .SeenThrough((row, db) => db.SeesTechnician != null && db.Set<VisitAssignment>().Any(a => a.WorkOrder == row.Id && a.Resource == db.SeesTechnician))
            .Personal(o => o.Summary, o => o.Instructions, o => o.ContactName, o => o.ContactPhone, o => o.Remark, o => o.PriorityReason)
            .NotPersonal(o => o.Symptom, o => o.Problem, o => o.Cause, o => o.Action, o => o.ApprovedBy, o => o.ExternalRef)
            .Json(o => o.Assets).Json(o => o.Safety, personal: true).Json(o => o.Fields, personal: true).Json(o => o.FieldsNeeded).Json(o => o.Clocks).Json(o => o.Terms).Json(o => o.Pauses).Json(o => o.Cover).Json(o => o.AtStake);
        map.Owned(Owner.Technician, o => o.Symptom, o => o.Problem, o => o.Cause, o => o.Action)
            .Owned(Owner.Office, o => o.Summary, o => o.Instructions, o => o.Safety, o => o.Contact, o => o.WindowFrom, o => o.WindowTo, o => o.Priority);
        map.Entity.HasIndex(o => new { o.Branch, o.Number }).IsUnique();
        map.Entity.HasIndex(o => new { o.Branch, o.Bucket, o.Turn, o.Id });
        map.Entity.HasIndex(o => new { o.Branch, o.Turn, o.Id });
        map.Entity.HasIndex(o => new { o.Bucket, o.Turn, o.Id });
        map.Entity.HasIndex(o => new { o.Turn, o.Id });
        map.Entity.HasIndex(o => new { o.Priority, o.Turn, o.Id });
        map.Entity.HasIndex(o => new { o.WorkType, o.Turn, o.Id });
        map.Entity.HasIndex(o => o.Site);
        map.Entity.HasIndex(o => o.Asset);
        map.Entity.HasIndex(o => o.Account);
    }
}

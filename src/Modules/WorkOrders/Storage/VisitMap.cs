namespace Callout.WorkOrders;

internal sealed class VisitMap : EntityMap<Visit>
{
    protected override void Map(Mapping<Visit> map)
    {
        map.SeenInBranch(v => v.Branch).SeenByCustomer(v => v.Account)
            .SeenThrough((row, db) => db.SeesTechnician != null && db.Set<VisitAssignment>().Any(a => a.WorkOrder == row.WorkOrder && a.Resource == db.SeesTechnician))
            .Personal(v => v.Remark).NotPersonal(v => v.Reason)
            .Json(v => v.Crew).Json(v => v.Job, personal: true).Json(v => v.Steps, personal: true).Json(v => v.Answers, personal: true)
            .Json(v => v.Parts).Json(v => v.Extras, personal: true).Json(v => v.Brief, personal: true).Json(v => v.Signature, personal: true);
        map.Entity.HasIndex(v => new { v.WorkOrder, v.Seq }).IsUnique();
        map.Entity.HasIndex(v => new { v.Lead, v.Start });
        map.Entity.HasIndex(v => new { v.Branch, v.Day });
        map.Entity.HasIndex(v => new { v.State, v.Day, v.Branch });
    }
}

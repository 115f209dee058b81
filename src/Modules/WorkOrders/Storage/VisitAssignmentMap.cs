namespace Callout.WorkOrders;

internal sealed class VisitAssignmentMap : EntityMap<VisitAssignment>
{
    protected override void Map(Mapping<VisitAssignment> map)
    {
        // Without the customer's eyes, and with the technician's only on their own: it is what their sight of orders and visits rests on.
        map.SeenInBranch(a => a.Branch).SeenByTechnician(a => a.Resource);
        map.Entity.HasIndex(a => new { a.Visit, a.Resource }).IsUnique();
        map.Entity.HasIndex(a => new { a.WorkOrder, a.Resource });
        map.Entity.HasIndex(a => new { a.Resource, a.BusyFrom });
    }
}

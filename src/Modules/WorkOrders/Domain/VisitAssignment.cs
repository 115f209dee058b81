namespace Callout.WorkOrders;

/// <summary>Somebody's time taken by a visit. That nobody's time is taken twice is a rule of the database itself. Who was once assigned may go on reporting.</summary>
internal sealed class VisitAssignment : Entity<VisitAssignmentId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public VisitId Visit { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public ResourceId Resource { get; private init; }

    public CrewRole Role { get; private set; }

    public Instant BusyFrom { get; private set; }

    public Instant BusyTo { get; private set; }

    /// <summary>The time is taken: planned, and not over.</summary>
    public bool Blocks { get; private set; }

    /// <summary>Somebody else goes, or nobody for now: the order is in their hands no longer.</summary>
    public bool TakenAway { get; private set; }

    public static VisitAssignment Of(VisitAssignmentId id, Visit visit, ResourceId resource) =>
        new() { Id = id, Branch = visit.Branch, Visit = visit.Id, WorkOrder = visit.WorkOrder, Resource = resource };

    public void Take(Booking booking)
    {
        Role = Resource == booking.Lead ? CrewRole.Lead : CrewRole.Helper;
        (BusyFrom, BusyTo, Blocks, TakenAway) = (booking.Start - Duration.FromMinutes(booking.TravelMinutes), booking.End, true, false);
    }

    public void Free() => Blocks = false;

    public void TakeAway() => (Blocks, TakenAway) = (false, true);
}

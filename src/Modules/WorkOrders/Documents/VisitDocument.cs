namespace Callout.WorkOrders;

internal sealed record VisitShape(WorkOrderId WorkOrder, VisitState State, ResourceId? Lead, Instant Start, Instant End, LocalDate Day, VisitOutcome? Outcome);

internal sealed record OwnVisitShape(WorkOrderId WorkOrder, VisitState State, Instant Start, Instant End);

internal static class VisitDocument
{
    public static IEnumerable<Audience> Audiences(Visit visit) =>
        [Audience.Technician(visit.Lead), Audience.BranchDay(visit.Branch, visit.Day), Audience.Customer(visit.Account)];

    public static Shapes Shapes(Visit visit)
    {
        var whole = new VisitShape(visit.WorkOrder, visit.State, visit.Lead, visit.Start, visit.End, visit.Day, visit.Outcome);
        return new() { Office = whole, Technician = whole, Customer = new OwnVisitShape(visit.WorkOrder, visit.State, visit.Start, visit.End) };
    }
}

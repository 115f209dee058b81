namespace Callout.WorkOrders;

internal sealed record WorkOrderShape(long Number, BranchId Branch, WorkOrderState State, string Summary);

internal sealed record OwnWorkOrderShape(long Number, WorkOrderState State, string Summary);

internal static class WorkOrderDocument
{
    public static IEnumerable<Audience> Audiences(WorkOrder order) =>
        [Audience.Branch(order.Branch), Audience.HeadOffice, Audience.Customer(order.Account)];

    public static Shapes Shapes(WorkOrder order) => new()
    {
        Office = new WorkOrderShape(order.Number, order.Branch, order.State, order.Summary),
        Customer = new OwnWorkOrderShape(order.Number, order.State, order.Summary),
    };
}

namespace Callout.WorkOrders;

internal sealed record WorkOrderShape(
    long Number, BranchId Branch, WorkOrderState State, Bucket Bucket, HoldReason? HoldReason, Priority Priority, WorkKind? Kind, WorkTypeId? WorkType, string Summary,
    AccountId? Account, SiteId? Site, IReadOnlyList<AssetId> Assets, Instant? WindowFrom, Instant? WindowTo, Instant? Due, Instant AskedAt, IReadOnlyList<SlaClock> Clocks, VisitId? Wanted);

internal sealed record OwnWorkOrderShape(long Number, WorkOrderState State, string Summary, SiteId? Site, Instant? WindowFrom, Instant? WindowTo);

/// <summary>What the phone must know of an order to say what is still needed.</summary>
internal sealed record CarriedOrderShape(long Number, WorkOrderState State, string? Symptom, string? Problem, string? Cause, string? Action);

internal static class WorkOrderDocument
{
    public static IEnumerable<Audience> Audiences(WorkOrder order) =>
        [Audience.Branch(order.Branch), Audience.HeadOffice, Audience.Customer(order.Account), CarriedOrders.By(order.Id)];

    public static Shapes Shapes(WorkOrder o) => new()
    {
        Office = new WorkOrderShape(
            o.Number, o.Branch, o.State, o.Bucket, o.HoldReason, o.Priority, o.Kind, o.WorkType, o.Summary,
            o.Account, o.Site, o.Assets, o.WindowFrom, o.WindowTo, o.Due, o.AskedAt, o.Clocks, o.Wanted),
        Technician = new CarriedOrderShape(o.Number, o.State, o.Symptom, o.Problem, o.Cause, o.Action),
        Customer = new OwnWorkOrderShape(o.Number, o.State, o.Summary, o.Site, o.WindowFrom, o.WindowTo),
    };
}

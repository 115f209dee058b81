namespace Callout.WorkOrders;

/// <summary>Says more about an order, or something else; what is left out stays.</summary>
[Refuses("work-order.ended", "work-order.window")]
public sealed record DescribeWorkOrder(WorkOrderId WorkOrder, AccountId? Account = null, SiteId? Site = null, ContactId? Contact = null, IReadOnlyList<AssetId>? Assets = null, string? Summary = null, string? Instructions = null,
    IReadOnlyList<string>? Safety = null, Instant? WindowFrom = null, Instant? WindowTo = null, IReadOnlyDictionary<string, string>? Fields = null, long? Seen = null)
{
    internal static readonly DescribeWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, Instructions: "Ring at the back gate");

    internal static async Task<WorkOrderDescribed> Handle(DescribeWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct, command.Seen);
        var done = session.Append(order, order.Describe(command.Told()));
        await session.Find(order, ct);
        if (command is not { Account: null, Site: null, Assets: null }) await Promises.Give(order, session, ct);
        await Course.Follow(order, session, ct);
        await Course.Inform(order, session, ct);
        return done;
    }

    private Description Told() => new(Account, Site, Contact, Assets, Summary, Instructions, Safety, WindowFrom, WindowTo, Fields);
}

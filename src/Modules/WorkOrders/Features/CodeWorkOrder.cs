namespace Callout.WorkOrders;

/// <summary>What was seen, what was wrong, why, and what was done, in the words of the reports.</summary>
[Refuses("failure-code.unknown", "work-order.ended")]
public sealed record CodeWorkOrder(WorkOrderId WorkOrder, string? Symptom = null, string? Problem = null, string? Cause = null, string? Action = null)
{
    internal static readonly CodeWorkOrder Example = new(OpenWorkOrder.Example.WorkOrder, Cause: "worn", Action: "replaced");

    internal static async Task<WorkOrderCoded> Handle(CodeWorkOrder command, Session session, CancellationToken ct)
    {
        var order = await session.Load<WorkOrder, WorkOrderId>(command.WorkOrder, ct);
        await Codes.MustExist(CodeKind.Symptom, command.Symptom, session, ct);
        await Codes.MustExist(CodeKind.Problem, command.Problem, session, ct);
        await Codes.MustExist(CodeKind.Cause, command.Cause, session, ct);
        await Codes.MustExist(CodeKind.Action, command.Action, session, ct);
        var done = session.Append(order, order.Code(command.Symptom, command.Problem, command.Cause, command.Action));
        await Course.Follow(order, session, ct);
        return done;
    }
}

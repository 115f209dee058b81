namespace Callout.WorkOrders;

/// <summary>Sends a visit out to its technician.</summary>
[Refuses("visit.illegal", "visit.no-technician")]
public sealed record DispatchVisit(VisitId Visit, long? Seen = null)
{
    internal static readonly DispatchVisit Example = new(PlanVisit.Example.Visit);

    internal static async Task<VisitDispatched> Handle(DispatchVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var done = session.Append(visit, visit.Dispatch());
        await Briefing.Give(visit, order, session, ct);
        await Course.Follow(order, session, ct);
        return done;
    }
}

namespace Callout.WorkOrders;

/// <summary>Sends a visit out to its technician.</summary>
/// <param name="Although">Why somebody goes who lacks a skill or certificate; only a manager may say so.</param>
[Refuses("visit.illegal", "visit.no-technician", "visit.unfit")]
public sealed record DispatchVisit(VisitId Visit, long? Seen = null, string? Although = null)
{
    internal static readonly DispatchVisit Example = new(PlanVisit.Example.Visit);

    internal static async Task<VisitDispatched> Handle(DispatchVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct, command.Seen);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        await Suitability.MindSkills(visit, order, command.Although, session, ct);
        var done = session.Append(visit, visit.Dispatch());
        await Briefing.Give(visit, order, session, ct);
        await MissAnswer.Expect(visit, order, session, ct);
        await Course.Follow(order, session, ct);
        return done;
    }
}

using Callout.Workforce;

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
        await MindFitness(visit, order, command.Although, session, ct);
        var done = session.Append(visit, visit.Dispatch());
        await Briefing.Give(visit, order, session, ct);
        await Course.Follow(order, session, ct);
        return done;
    }

    private static async Task MindFitness(Visit visit, WorkOrder order, string? although, Session session, CancellationToken ct)
    {
        if (order is not { WorkType: { } type, Revision: { } revision } || visit is not { Lead: { } lead, Day: { } day }) return;
        var needs = (await WorkTypes.Template(type, revision, session, ct)).Skills.Select(s => new NamedNeed(s.Skill, s.Level)).ToList();
        var lacks = (await Workforce.Crew.Lacks([lead, .. visit.Crew], needs, day, session, ct)).Values.SelectMany(l => l).ToList();
        if (lacks.Count == 0) return;
        var may = May.Manager.Allows(session.Principal) && !string.IsNullOrWhiteSpace(although);
        Refusal.If(!may, "visit.unfit", $"{string.Join(" ", lacks.Select(l => l.Reason))} Send somebody else, or let a manager say why it may be so.");
        session.Append(visit, visit.Overrule(although!));
    }
}

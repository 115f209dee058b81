namespace Callout.WorkOrders;

[Refuses("visit.already-completed")]
public sealed record CompleteVisit(VisitId Visit, VisitOutcome Outcome)
{
    internal static readonly CompleteVisit Example = new(PlanVisit.Example.Visit, VisitOutcome.Fixed);

    internal static async Task<VisitCompleted> Handle(CompleteVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct);
        return session.Append(visit, visit.Complete(session.Principal.Sight.Technician, command.Outcome));
    }
}

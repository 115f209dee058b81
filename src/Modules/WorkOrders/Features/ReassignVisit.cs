namespace Callout.WorkOrders;

[Refuses("visit.already-completed", "visit.already-theirs")]
public sealed record ReassignVisit(VisitId Visit, ResourceId To)
{
    internal static readonly ReassignVisit Example = new(PlanVisit.Example.Visit, new(new("0199f3a0-0000-7000-8000-00000000e002")));

    internal static async Task<VisitReassigned> Handle(ReassignVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct);
        return session.Append(visit, visit.Reassign(command.To));
    }
}

namespace Callout.WorkOrders;

/// <summary>Puts a tap by mistake right: what the visit truly is, and since when.</summary>
[Refuses("visit.not-correctable", "visit.too-late-to-correct")]
public sealed record CorrectVisit(VisitId Visit, VisitState To, Instant At, string Remark)
{
    internal static readonly CorrectVisit Example = new(PlanVisit.Example.Visit, VisitState.Working, Instant.FromUtc(2026, 11, 23, 6, 20), "Pressed done instead of pause");

    internal static async Task<VisitCorrected> Handle(CorrectVisit command, Session session, CancellationToken ct)
    {
        var visit = await session.Load<Visit, VisitId>(command.Visit, ct);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        Refusal.If(command.At > session.Now, "visit.not-correctable", "Nothing has happened in the future yet.");
        var tap = Field.TapOf(order, null, session) with { At = command.At };
        var corrected = session.Append(visit, visit.Correct(tap, command.To, command.Remark, session.Principal.Sight.Technician is null));
        await Course.Follow(order, session, ct);
        return corrected;
    }
}

namespace Callout.Workforce;

[Refuses("absence.settled")]
public sealed record ApproveAbsence(AbsenceId Absence)
{
    internal static readonly ApproveAbsence Example = new(RequestAbsence.Example.Absence);

    internal static async Task<AbsenceApproved> Handle(ApproveAbsence command, Session session, CancellationToken ct)
    {
        var absence = await session.Load<Absence, AbsenceId>(command.Absence, ct);
        return session.Append(absence, absence.Approve());
    }
}

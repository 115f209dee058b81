namespace Callout.Workforce;

[Refuses("absence.settled", "absence.reason")]
public sealed record RefuseAbsence(AbsenceId Absence, string Reason)
{
    internal static readonly RefuseAbsence Example = new(RequestAbsence.Example.Absence, "Three others of the branch are away that week.");

    internal static async Task<AbsenceRefused> Handle(RefuseAbsence command, Session session, CancellationToken ct)
    {
        var absence = await session.Load<Absence, AbsenceId>(command.Absence, ct);
        return session.Append(absence, absence.Refuse(command.Reason));
    }
}

namespace Callout.Workforce;

[Refuses("absence.settled")]
public sealed record WithdrawAbsence(AbsenceId Absence)
{
    internal static readonly WithdrawAbsence Example = new(RequestAbsence.Example.Absence);

    internal static async Task<AbsenceWithdrawn> Handle(WithdrawAbsence command, Session session, CancellationToken ct)
    {
        var absence = await session.Load<Absence, AbsenceId>(command.Absence, ct);
        return session.Append(absence, absence.Withdraw());
    }
}

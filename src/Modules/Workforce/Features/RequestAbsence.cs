namespace Callout.Workforce;

/// <param name="Technician">Oneself, when a technician asks; whose absence it is, when the office does.</param>
/// <param name="From">On the technician's own calendar; from midnight to midnight for whole days.</param>
[Refuses("absence.ends-before-start", "absence.note-too-long", "absence.overlaps")]
public sealed record RequestAbsence(AbsenceId Absence, ResourceId Technician, AbsenceKind Kind, LocalDateTime From, LocalDateTime Until, string? Note = null)
{
    internal static readonly RequestAbsence Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000e601")), AddTechnician.Example.Technician, AbsenceKind.Leave, new(2026, 12, 21, 0, 0), new(2026, 12, 28, 0, 0));

    internal static async Task<AbsenceRequested> Handle(RequestAbsence command, Session session, CancellationToken ct)
    {
        var technician = await session.Get<Technician, ResourceId>(command.Technician, ct);
        var (absence, requested) = Workforce.Absence.Request(command.Absence, technician, command.Kind, command.From, command.Until, command.Note);
        var overlaps = await session.Of<Absence>().AnyAsync(a => a.Technician == command.Technician && a.From < command.Until && a.Until > command.From
            && (a.State == AbsenceState.Requested || a.State == AbsenceState.Approved), ct);
        Refusal.If(overlaps, "absence.overlaps", "There is an absence in that time already; withdraw it first.");
        return session.Add(absence, requested);
    }
}

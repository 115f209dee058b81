namespace Callout.Workforce;

public sealed record AbsenceLine(
    AbsenceId Id, ResourceId Technician, AbsenceKind Kind, LocalDateTime From, LocalDateTime Until, AbsenceState State, string? Note, string? Answer, Instant RequestedAt);

public sealed record FindAbsences(BranchId? Branch, ResourceId? Technician, AbsenceState? State, LocalDate? From, LocalDate? Until, Guid? After, int? Limit)
{
    internal static Task<Page<AbsenceLine>> Handle(FindAbsences query, Reading reading, CancellationToken ct)
    {
        var absences = reading.Of<Absence>();
        if (query.Branch is { } branch) absences = absences.Where(a => a.Branch == branch);
        if (query.Technician is { } technician) absences = absences.Where(a => a.Technician == technician);
        if (query.State is { } state) absences = absences.Where(a => a.State == state);
        if (query.From?.AtMidnight() is { } from) absences = absences.Where(a => a.Until > from);
        if (query.Until?.PlusDays(1).AtMidnight() is { } until) absences = absences.Where(a => a.From < until);
        return absences.Page<Absence, AbsenceId, AbsenceLine>(
            query.After, query.Limit, a => new AbsenceLine(a.Id, a.Technician, a.Kind, a.From, a.Until, a.State, a.Note, a.Answer, a.CreatedAt), ct);
    }
}

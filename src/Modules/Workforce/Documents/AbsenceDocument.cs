namespace Callout.Workforce;

internal sealed record AbsenceShape(ResourceId Technician, AbsenceKind Kind, LocalDateTime From, LocalDateTime Until, AbsenceState State, string? Note, string? Answer);

internal static class AbsenceDocument
{
    public static IEnumerable<Audience> Audiences(Absence absence) =>
        [Audience.Branch(absence.Branch), Audience.HeadOffice, Audience.Technician(absence.Technician)];

    public static Shapes Shapes(Absence a)
    {
        var shape = new AbsenceShape(a.Technician, a.Kind, a.From, a.Until, a.State, a.Note, a.Answer);
        return new() { Office = shape, Technician = shape };
    }
}

namespace Callout.Workforce;

internal sealed record TechnicianShape(
    BranchId Branch, string Name, Employment Employment, bool Active, string? Phone, DateTimeZone Zone, Place? Start, IReadOnlyList<TerritoryId> Territories,
    IReadOnlyList<SkillHeld> Skills, IReadOnlyList<PatternSpan> Patterns);

internal static class TechnicianDocument
{
    public static IEnumerable<Audience> Audiences(Technician technician) =>
        [Audience.Branch(technician.Branch), Audience.HeadOffice, Audience.Technician(technician.Id)];

    public static Shapes Shapes(Technician t)
    {
        var shape = new TechnicianShape(
            t.Branch, t.Name, t.Employment, t.Active, t.Profile.Phone, t.Zone, t.Profile.Start ?? t.Profile.Home, t.Profile.Territories ?? [], t.Skills, t.Patterns);
        return new() { Office = shape, Technician = shape };
    }
}

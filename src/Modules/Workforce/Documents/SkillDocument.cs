namespace Callout.Workforce;

internal sealed record SkillShape(string Name, bool Retired);

internal static class SkillDocument
{
    public static IEnumerable<Audience> Audiences(Skill skill) => Audience.Everyone;

    public static Shapes Shapes(Skill skill)
    {
        var shape = new SkillShape(skill.Name, skill.Retired);
        return new() { Office = shape, Technician = shape };
    }
}

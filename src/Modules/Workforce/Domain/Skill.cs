namespace Callout.Workforce;

internal sealed class Skill : Entity<SkillId>
{
    public string Name { get; private set; } = "";

    public bool Retired { get; private set; }

    public static (Skill, SkillAdded) Add(SkillId id, string name) =>
        (new() { Id = id, Name = Checked(name) }, new SkillAdded(id, Checked(name)));

    public SkillRenamed Rename(string name)
    {
        Name = Checked(name);
        return new SkillRenamed(Id, Name);
    }

    public SkillRetired Retire()
    {
        Refusal.If(Retired, "skill.retired", "This skill has been retired already.");
        Retired = true;
        return new SkillRetired(Id);
    }

    private static string Checked(string name)
    {
        Refusal.If(name.Trim().Length is 0 or > 80, "skill.name", "Name the skill in at most 80 characters.");
        return name.Trim();
    }
}

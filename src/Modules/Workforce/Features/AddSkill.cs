namespace Callout.Workforce;

[Refuses("skill.name", "skill.name-taken")]
public sealed record AddSkill(SkillId Skill, string Name)
{
    internal static readonly AddSkill Example = new(new(new("0199f3a0-0000-7000-8000-00000000e101")), "Refrigeration");

    internal static async Task<SkillAdded> Handle(AddSkill command, Session session, CancellationToken ct)
    {
        var (skill, added) = Workforce.Skill.Add(command.Skill, command.Name);
        await CheckFree(skill.Name, skill.Id, session, ct);
        return session.Add(skill, added);
    }

    internal static async Task CheckFree(string name, SkillId mine, Reading reading, CancellationToken ct) =>
        Refusal.If(await reading.Of<Skill>().AnyAsync(s => s.Name == name && s.Id != mine && !s.Retired, ct), "skill.name-taken", $"There is a skill called {name} already.");
}

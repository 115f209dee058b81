namespace Callout.Workforce;

[Refuses("skill.name", "skill.name-taken")]
public sealed record RenameSkill(SkillId Skill, string Name, long? Seen = null)
{
    internal static readonly RenameSkill Example = new(AddSkill.Example.Skill, "Refrigeration, commercial");

    internal static async Task<SkillRenamed> Handle(RenameSkill command, Session session, CancellationToken ct)
    {
        var skill = await session.Load<Skill, SkillId>(command.Skill, ct, command.Seen);
        var renamed = session.Append(skill, skill.Rename(command.Name));
        await AddSkill.CheckFree(skill.Name, skill.Id, session, ct);
        return renamed;
    }
}

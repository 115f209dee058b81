namespace Callout.Workforce;

[Refuses("skill.retired")]
public sealed record RetireSkill(SkillId Skill, long? Seen = null)
{
    internal static readonly RetireSkill Example = new(AddSkill.Example.Skill);

    internal static async Task<SkillRetired> Handle(RetireSkill command, Session session, CancellationToken ct)
    {
        var skill = await session.Load<Skill, SkillId>(command.Skill, ct, command.Seen);
        return session.Append(skill, skill.Retire());
    }
}

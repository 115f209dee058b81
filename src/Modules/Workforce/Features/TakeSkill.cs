namespace Callout.Workforce;

[Refuses("skill.not-held")]
public sealed record TakeSkill(ResourceId Technician, SkillId Skill)
{
    internal static readonly TakeSkill Example = new(AddTechnician.Example.Technician, AddSkill.Example.Skill);

    internal static async Task<SkillTaken> Handle(TakeSkill command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct);
        return session.Append(technician, technician.Take(command.Skill));
    }
}

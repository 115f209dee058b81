namespace Callout.Workforce;

/// <summary>Given again, it is held at the new level and on the new days.</summary>
[Refuses("skill.level", "skill.dates", "skill.retired")]
public sealed record GiveSkill(ResourceId Technician, SkillId Skill, int Level, LocalDate? From = null, LocalDate? Until = null)
{
    internal static readonly GiveSkill Example = new(AddTechnician.Example.Technician, AddSkill.Example.Skill, 7);

    internal static async Task<SkillGiven> Handle(GiveSkill command, Session session, CancellationToken ct)
    {
        var technician = await session.Load<Technician, ResourceId>(command.Technician, ct);
        var skill = await session.Get<Skill, SkillId>(command.Skill, ct);
        Refusal.If(skill.Retired, "skill.retired", $"{skill.Name} has been retired; give another skill.");
        return session.Append(technician, technician.Give(new SkillHeld(command.Skill, command.Level, command.From, command.Until)));
    }
}

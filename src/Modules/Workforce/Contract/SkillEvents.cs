namespace Callout.Workforce;

[Event("skill.added")]
public sealed record SkillAdded(SkillId Skill, [property: NotPersonal] string Name) : IEvent;

[Event("skill.renamed")]
public sealed record SkillRenamed(SkillId Skill, [property: NotPersonal] string Name) : IEvent;

/// <summary>It is given to nobody any more; who holds it keeps it.</summary>
[Event("skill.retired")]
public sealed record SkillRetired(SkillId Skill) : IEvent;

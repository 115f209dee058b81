namespace Callout.Workforce;

public sealed record SkillLine(SkillId Id, string Name, bool Retired, long Version);

public sealed record FindSkills(bool? Retired, Guid? After, int? Limit)
{
    internal static Task<Page<SkillLine>> Handle(FindSkills query, Reading reading, CancellationToken ct)
    {
        var skills = reading.Of<Skill>();
        if (query.Retired is { } retired) skills = skills.Where(s => s.Retired == retired);
        return skills.Page<Skill, SkillId, SkillLine>(query.After, query.Limit, s => new SkillLine(s.Id, s.Name, s.Retired, s.Version), ct);
    }
}

namespace Callout.Workforce;

/// <summary>What a job asks of who does it.</summary>
public sealed record SkillNeed(SkillId Skill, int Level = 1);

/// <summary>One thing that a technician lacks for a job, in words.</summary>
public sealed record Lack(string Code, string Reason);

/// <summary>Whether a technician is fit for a job on a given day.</summary>
public static class Fitness
{
    /// <summary>Empty when they hold every skill at its level and every certificate on that day. Overriding it is for the caller to allow.</summary>
    public static async Task<IReadOnlyList<Lack>> Lacks(
        ResourceId technician, IReadOnlyList<SkillNeed> skills, IReadOnlyList<string> certificates, LocalDate on, Reading reading, CancellationToken ct)
    {
        var held = await reading.Get<Technician, ResourceId>(technician, ct);
        List<SkillId> asked = [.. skills.Select(s => s.Skill)];
        var names = await reading.Of<Skill>().Where(s => asked.Contains(s.Id)).ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var papers = await reading.Of<Certificate>().Where(c => c.Technician == technician && !c.Withdrawn).ToListAsync(ct);
        return
        [
            .. skills.Select(need => held.Lacks(need, names.GetValueOrDefault(need.Skill, "a skill that is not known"), on)).OfType<Lack>(),
            .. certificates.Select(type => Certificate.Lack(type, papers, on)).OfType<Lack>(),
        ];
    }

    /// <summary>The territories of a branch that hold this place or postcode.</summary>
    public static async Task<IReadOnlyList<TerritoryId>> TerritoriesAt(BranchId branch, Place? place, string? postcode, Reading reading, CancellationToken ct) =>
        [.. (await reading.Of<Territory>().Where(t => t.Branch == branch).ToListAsync(ct)).Where(t => t.Holds(place, postcode)).Select(t => t.Id)];
}

namespace Callout.Workforce;

/// <summary>A technician as whoever plans must know them.</summary>
/// <param name="Start">Where their day begins.</param>
/// <param name="Skills">By their names; how well, and until when, is for <see cref="Crew.Lacks"/>.</param>
public sealed record CrewMember(ResourceId Id, string Name, DateTimeZone Zone, Place? Start, IReadOnlyList<TerritoryId> Territories, IReadOnlyList<string> Skills);

/// <summary>A skill that a job asks for by its name.</summary>
public sealed record NamedNeed(string Skill, int Level = 1);

/// <summary>The people of a branch, for whoever plans.</summary>
public static class Crew
{
    public static async Task<IReadOnlyList<CrewMember>> Of(BranchId branch, Reading reading, CancellationToken ct)
    {
        var names = await reading.Of<Skill>().ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var people = await reading.Of<Technician>().Where(t => t.Branch == branch && t.Active).OrderBy(t => t.Id).ToListAsync(ct);
        return [.. people.Select(t => new CrewMember(
            t.Id, t.Name, t.Zone, t.Profile.Start ?? t.Profile.Home, t.Profile.Territories ?? [], [.. t.Skills.Select(s => names.GetValueOrDefault(s.Skill)).OfType<string>()]))];
    }

    /// <summary>There is such a skill, in whatever letters.</summary>
    public static async Task<bool> Knows(string skill, Reading reading, CancellationToken ct) =>
        (await reading.Of<Skill>().Where(s => !s.Retired).Select(s => s.Name).ToListAsync(ct)).Contains(skill, StringComparer.OrdinalIgnoreCase);

    /// <summary>What each of them lacks on that day. A skill that the register does not name is held by nobody; a person whom nobody wrote down cannot be judged.</summary>
    public static async Task<IReadOnlyDictionary<ResourceId, IReadOnlyList<Lack>>> Lacks(
        IReadOnlyCollection<ResourceId> technicians, IReadOnlyList<NamedNeed> needs, LocalDate on, Reading reading, CancellationToken ct)
    {
        if (needs.Count == 0) return new Dictionary<ResourceId, IReadOnlyList<Lack>>();
        var register = (await reading.Of<Skill>().ToListAsync(ct)).ToLookup(s => s.Name, StringComparer.OrdinalIgnoreCase);
        var people = await reading.Of<Technician>().Where(t => technicians.Contains(t.Id)).ToListAsync(ct);
        var papers = (await reading.Of<Certificate>().Where(c => technicians.Contains(c.Technician) && !c.Withdrawn).ToListAsync(ct)).ToLookup(c => c.Technician);
        var types = (await reading.Of<Certificate>().Select(c => c.Type).Distinct().ToListAsync(ct)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return people.ToDictionary(p => p.Id, p => (IReadOnlyList<Lack>)[.. needs.Select(need => Lack(p, need)).OfType<Lack>()]);

        Lack? Lack(Technician person, NamedNeed need) =>
            register[need.Skill].FirstOrDefault() is { } skill ? person.Lacks(new SkillNeed(skill.Id, need.Level), skill.Name, on)
            : types.Contains(need.Skill) ? Certificate.Lack(need.Skill, [.. papers[person.Id]], on)
            : new Lack("skill.unknown", $"Nobody here holds {need.Skill}: it is not among the skills.");
    }
}

using Callout.Workforce;

namespace Callout.WorkOrders;

/// <summary>Lays out the work types and codes of an industry, beside those of others. What is already there stays as it is, so that it may be asked for again.</summary>
[Refuses("preset.unknown")]
public sealed record InstallPreset(string Industry)
{
    internal static readonly InstallPreset Example = new("refrigeration");

    internal static async Task<PresetInstalled> Handle(InstallPreset command, Session session, CancellationToken ct)
    {
        var industry = Presets.Industries.FirstOrDefault(i => i.Code == command.Industry)
            ?? throw new Refusal("preset.unknown", $"There are presets for: {string.Join(", ", Presets.Industries.Select(i => i.Code))}.");
        await Skills(industry, session, ct);
        var installed = new PresetInstalled(industry.Code, await Types(industry, session, ct), await Codes(session, ct));
        return session.Append(new Subject("preset", Id.Derived(Guid.Empty, 0, industry.Code)), installed);
    }

    // What its kinds of work ask for must be there to be given to people.
    private static async Task Skills(Industry industry, Session session, CancellationToken ct)
    {
        foreach (var name in Presets.Types(industry).SelectMany(t => t.Template.Skills).Select(s => s.Skill).Distinct().ToList())
            if (!await Crew.Knows(name, session, ct)) await session.Run<SkillAdded>(new AddSkill(Presets.IdOf(name), name), ct);
    }

    private static async Task<int> Types(Industry industry, Session session, CancellationToken ct)
    {
        var known = await session.Of<WorkType>().Select(t => new { t.Id, t.Code }).ToListAsync(ct);
        var missing = Presets.Types(industry).Where(t => known.All(k => k.Id != Presets.IdOf(industry.Code, t.Code))).ToList();
        foreach (var type in missing)
        {
            // A second industry has a repair of its own, beside the first one's.
            var (code, name) = known.Any(k => k.Code == type.Code) ? ($"{industry.Code}-{type.Code}", $"{type.Name}, {industry.Name.ToLowerInvariant()}") : (type.Code, type.Name);
            await DefineWorkType.Handle(new(Presets.IdOf(industry.Code, type.Code), code, name, type.Kind, type.Template), session, ct);
        }

        return missing.Count;
    }

    private static async Task<int> Codes(Session session, CancellationToken ct)
    {
        var known = await session.Of<FailureCode>().Select(c => new { c.Kind, c.Code }).ToListAsync(ct);
        var missing = Presets.Codes.Where(c => !known.Any(k => k.Kind == c.Kind && k.Code == c.Code)).ToList();
        foreach (var code in missing) await DefineFailureCode.Handle(new(Presets.IdOf(code.Kind, code.Code), code.Kind, code.Code, code.Name), session, ct);
        return missing.Count;
    }
}

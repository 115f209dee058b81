namespace Callout.Workforce;

public sealed record FitnessAnswer(bool Fit, IReadOnlyList<Lack> Lacks);

/// <summary>Whether a technician may be sent on that day, and what they lack.</summary>
/// <param name="Skills">Each as the skill's id, a colon, and the least level.</param>
public sealed record GetFitness(ResourceId Id, LocalDate On, IReadOnlyList<string>? Skills, IReadOnlyList<string>? Certificates)
{
    internal static async Task<FitnessAnswer> Handle(GetFitness query, Reading reading, CancellationToken ct)
    {
        var lacks = await Fitness.Lacks(query.Id, [.. (query.Skills ?? []).Select(Need)], query.Certificates ?? [], query.On, reading, ct);
        return new FitnessAnswer(lacks.Count == 0, lacks);
    }

    private static SkillNeed Need(string text) =>
        text.Split(':') is [var id, var level] && Guid.TryParse(id, out var skill) && int.TryParse(level, out var least)
            ? new SkillNeed(SkillId.From(skill), least)
            : throw new Unreadable("skills", "Write each skill as its id, a colon, and the least level.");
}

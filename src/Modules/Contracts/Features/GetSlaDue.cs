namespace Callout.Contracts;

public sealed record SlaForecast(IReadOnlyList<SlaDueLine> Items);

public sealed record SlaDueLine(SlaKind Kind, Instant Due);

/// <summary>When each target of the policy would be due for work that begins at that moment and never pauses; now, when none is said.</summary>
public sealed record GetSlaDue(SlaPolicyId Id, Instant? From)
{
    internal static async Task<SlaForecast> Handle(GetSlaDue query, Reading reading, CancellationToken ct)
    {
        var from = query.From ?? reading.Now;
        var terms = await Sla.Of(query.Id, from, reading, ct);
        return new SlaForecast([.. terms.Terms.Select(t => new SlaDueLine(t.Kind, t.Due(from, [])))]);
    }
}

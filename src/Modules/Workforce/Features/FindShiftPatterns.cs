namespace Callout.Workforce;

public sealed record ShiftPatternLine(ShiftPatternId Id, string Name, int CycleDays, LocalDate Anchor, IReadOnlyList<PatternHours> Hours, string? Holidays, long Version);

public sealed record FindShiftPatterns(Guid? After, int? Limit)
{
    internal static Task<Page<ShiftPatternLine>> Handle(FindShiftPatterns query, Reading reading, CancellationToken ct) =>
        reading.Of<ShiftPattern>().Page<ShiftPattern, ShiftPatternId, ShiftPatternLine>(
            query.After, query.Limit, p => new ShiftPatternLine(p.Id, p.Name, p.CycleDays, p.Anchor, p.Hours, p.Holidays, p.Version), ct);
}

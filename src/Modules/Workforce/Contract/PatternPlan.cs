namespace Callout.Workforce;

/// <param name="CycleDays">7 for a weekly pattern; 14, 21 or any other for a rotating one.</param>
/// <param name="Anchor">A day on which the cycle begins, for example a Monday.</param>
/// <param name="Holidays">The region whose public holidays are free; leave it out when they are worked.</param>
public sealed record PatternPlan(string Name, int CycleDays, LocalDate Anchor, IReadOnlyList<PatternHours> Hours, string? Holidays = null);

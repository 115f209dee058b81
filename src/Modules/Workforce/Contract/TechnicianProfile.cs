namespace Callout.Workforce;

/// <summary>What planning must know of a technician.</summary>
/// <param name="Zone">Whose calendar their shifts are on.</param>
/// <param name="Start">Where the day begins; at home when it is not said.</param>
/// <param name="End">Where the day ends; where it began when it is not said.</param>
/// <param name="Authority">The largest amount they may promise a customer without asking.</param>
public sealed record TechnicianProfile(
    DateTimeZone Zone, string? Phone = null, Place? Home = null, Place? Start = null, Place? End = null,
    IReadOnlyList<TerritoryId>? Territories = null, CostRates? Cost = null, Money? Authority = null);

/// <summary>What their work costs the organisation.</summary>
public sealed record CostRates(Rate PerHour, Rate? PerKilometre = null);

/// <summary>A skill as a technician holds it, on the days from the first to the last where they are said.</summary>
public sealed record SkillHeld(SkillId Skill, int Level, LocalDate? From, LocalDate? Until);

/// <summary>From that day on, until the next span begins; without a pattern there are no shifts.</summary>
public sealed record PatternSpan(ShiftPatternId? Pattern, LocalDate From);

namespace Callout.Workforce;

/// <summary>When a technician works: one stretch, absences already cut out.</summary>
/// <param name="Day">The day on the technician's calendar on which the shift began.</param>
public sealed record Shift(ResourceId Technician, LocalDate Day, Instant Start, Instant End, IReadOnlyList<ShiftBreak> Breaks)
{
    public bool Covers(Instant from, Instant until) => Start <= from && until <= End;
}

/// <summary>A rest of that length, taken whole somewhere between the two times; a fixed one fills them.</summary>
public sealed record ShiftBreak(Instant Earliest, Instant Latest, Duration Length);

/// <summary>Who is to be rung, outside their shifts too.</summary>
public sealed record OnCallTurn(OnCallRotaId Rota, ResourceId Technician, Instant Start, Instant End);

/// <summary>A rest within working hours: that many minutes between two times; a fixed one fills them.</summary>
public sealed record BreakRule(LocalTime Earliest, LocalTime Latest, int Minutes);

/// <summary>Hours on one day of a pattern's cycle, counted from 0. Those that end before they start end on the next day.</summary>
public sealed record PatternHours(int Day, LocalTime Start, LocalTime End, IReadOnlyList<BreakRule> Breaks);

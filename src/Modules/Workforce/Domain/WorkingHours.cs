namespace Callout.Workforce;

/// <summary>Turns hours on a clock into stretches of time.</summary>
internal static class WorkingHours
{
    private static readonly LocalDate AnyDay = new(2000, 1, 1);

    public static void Check(PatternHours hours)
    {
        foreach (var pause in hours.Breaks)
        {
            var (start, end) = Span(hours.Start, hours.End, AnyDay);
            var (earliest, latest) = Within(pause, hours.Start, AnyDay);
            Refusal.If(pause.Minutes <= 0 || earliest.PlusMinutes(pause.Minutes) > latest, "shift-pattern.break-too-long", "A break must fit between its two times.");
            Refusal.If(earliest < start || latest > end, "shift-pattern.break-outside", "A break must lie within the working hours.");
        }
    }

    public static void CheckApart(IEnumerable<PatternHours> hours, int cycleDays)
    {
        var spans = hours.Select(h => Span(h.Start, h.End, AnyDay.PlusDays(h.Day))).OrderBy(s => s.Start).ToList();
        var overlap = spans.Zip(spans.Skip(1)).Any(pair => pair.Second.Start < pair.First.End) || (spans.Count > 1 && spans[^1].End > spans[0].Start.PlusDays(cycleDays));
        Refusal.If(overlap, "shift-pattern.overlap", "Two stretches of this pattern overlap.");
    }

    public static Shift Shift(ResourceId technician, LocalDate day, PatternHours hours, DateTimeZone zone)
    {
        var (start, end) = Span(hours.Start, hours.End, day);
        var breaks = hours.Breaks.Select(b => Within(b, hours.Start, day) is var (earliest, latest)
            ? new ShiftBreak(At(earliest, zone), At(latest, zone), Duration.FromMinutes(b.Minutes)) : null!);
        return new Shift(technician, day, At(start, zone), At(end, zone), [.. breaks]);
    }

    /// <summary>When clocks change, a time that is skipped means the moment after the gap, one that comes twice its first.</summary>
    public static Instant At(LocalDateTime time, DateTimeZone zone) => time.InZoneLeniently(zone).ToInstant();

    private static (LocalDateTime Start, LocalDateTime End) Span(LocalTime start, LocalTime end, LocalDate day) =>
        (day + start, (end > start ? day : day.PlusDays(1)) + end);

    // What lies before the start of the hours lies on the day after: a night shift's break.
    private static (LocalDateTime Earliest, LocalDateTime Latest) Within(BreakRule pause, LocalTime start, LocalDate day)
    {
        var first = pause.Earliest < start ? day.PlusDays(1) : day;
        return (first + pause.Earliest, (pause.Latest > pause.Earliest ? first : first.PlusDays(1)) + pause.Latest);
    }
}

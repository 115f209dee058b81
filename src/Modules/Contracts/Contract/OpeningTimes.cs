namespace Callout.Contracts;

/// <summary>Open on that day of the week between two times; hours that end at or before their start end on the next day, so that 00:00 to 00:00 is the whole day.</summary>
public sealed record OpenHours(IsoDayOfWeek Day, LocalTime From, LocalTime Until)
{
    /// <summary>Around the clock, every day.</summary>
    public static IReadOnlyList<OpenHours> Always { get; } = [.. Enumerable.Range(1, 7).Select(day => new OpenHours((IsoDayOfWeek)day, LocalTime.Midnight, LocalTime.Midnight))];
}

/// <summary>When somebody is there: hours of the week in a time zone, less public holidays; without any hours it is always. Time is only counted while they are.</summary>
public sealed class OpeningTimes(DateTimeZone zone, IReadOnlyList<OpenHours> week, IReadOnlyList<LocalDate> holidays)
{
    public static OpeningTimes Always { get; } = new(DateTimeZone.Utc, [], []);

    // Hours on one day of the week at least, so this is far beyond any target; it ends a search where all days are holidays.
    private const int DaysAtMost = 3660;

    private readonly ILookup<IsoDayOfWeek, OpenHours> days = week.OrderBy(h => h.From).ToLookup(h => h.Day);
    private readonly HashSet<LocalDate> free = [.. holidays];

    public DateTimeZone Zone => zone;

    public IReadOnlyList<OpenHours> Week => week;

    public IReadOnlyList<LocalDate> Holidays => holidays;

    /// <summary>Each stretch that ends after that moment, in their order; the first may have begun before it.</summary>
    public IEnumerable<Interval> After(Instant from) => week.Count == 0 ? [new Interval(from, Instant.MaxValue)] : Stretches(from);

    /// <summary>How much open time lies between two moments.</summary>
    public Duration Between(Instant from, Instant until) =>
        After(from).TakeWhile(s => s.Start < until).Aggregate(Duration.Zero, (sum, s) => sum + (Instant.Min(s.End, until) - Instant.Max(s.Start, from)));

    private IEnumerable<Interval> Stretches(Instant from)
    {
        var first = from.InZone(zone).Date.PlusDays(-1);
        for (var day = first; day < first.PlusDays(DaysAtMost); day = day.PlusDays(1))
            foreach (var hours in free.Contains(day) ? [] : days[day.DayOfWeek])
                if (Stretch(day, hours) is var stretch && stretch.End > from) yield return stretch;
    }

    private Interval Stretch(LocalDate day, OpenHours hours)
    {
        var start = (day + hours.From).InZoneLeniently(zone).ToInstant();
        var end = ((hours.Until > hours.From ? day : day.PlusDays(1)) + hours.Until).InZoneLeniently(zone).ToInstant();
        return new Interval(start, Instant.Max(start, end));
    }
}

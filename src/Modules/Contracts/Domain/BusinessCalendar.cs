namespace Callout.Contracts;

internal sealed class BusinessCalendar : Entity<CalendarId>
{
    private static readonly LocalDate AnyMonday = new(2026, 1, 5);

    public CalendarPlan Plan { get; private set; } = null!;

    public static (BusinessCalendar, CalendarAdded) Add(CalendarId id, CalendarPlan plan)
    {
        Check(plan);
        return (new() { Id = id, Plan = plan }, new CalendarAdded(id));
    }

    public CalendarChanged Change(CalendarPlan plan)
    {
        Check(plan);
        Plan = plan;
        return new CalendarChanged(Id);
    }

    public OpeningTimes OpenAround(ILookup<string, LocalDate> holidays) => new(Plan.Zone, Plan.Week, Plan.Holidays is { } region ? [.. holidays[region]] : []);

    private static void Check(CalendarPlan plan)
    {
        Refusal.If(plan.Name.Trim().Length is 0 or > 80, "calendar.name", "Name the calendar in at most 80 characters.");
        Refusal.If(plan.Week.Count == 0, "calendar.never-open", "A calendar is open on some day of the week.");
        Refusal.If(plan.Week.Any(h => h.Day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday), "calendar.day", "Hours lie on a day from Monday to Sunday.");
        var spans = plan.Week.Select(Span).OrderBy(s => s.Start).ToList();
        var overlap = spans.Zip(spans.Skip(1)).Any(pair => pair.Second.Start < pair.First.End) || spans[^1].End > spans[0].Start.PlusDays(7);
        Refusal.If(overlap, "calendar.overlap", "Two stretches of this calendar overlap.");
    }

    private static (LocalDateTime Start, LocalDateTime End) Span(OpenHours hours)
    {
        var day = AnyMonday.PlusDays((int)hours.Day - 1);
        return (day + hours.From, (hours.Until > hours.From ? day : day.PlusDays(1)) + hours.Until);
    }
}

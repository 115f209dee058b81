namespace Callout.Contracts;

[Refuses("calendar.name", "calendar.never-open", "calendar.day", "calendar.overlap")]
public sealed record AddCalendar(CalendarId Calendar, CalendarPlan Plan)
{
    internal static readonly AddCalendar Example = new(new(new("0199f3a0-0000-7000-8000-00000000f101")), new(
        "Office hours", DateTimeZoneProviders.Tzdb["Africa/Nairobi"],
        [.. Enumerable.Range(1, 5).Select(day => new OpenHours((IsoDayOfWeek)day, new(8, 0), new(17, 0)))], "KE"));

    internal static Task<CalendarAdded> Handle(AddCalendar command, Session session, CancellationToken ct)
    {
        var (calendar, added) = BusinessCalendar.Add(command.Calendar, command.Plan);
        return Task.FromResult(session.Add(calendar, added));
    }
}

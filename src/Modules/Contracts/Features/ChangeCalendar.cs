namespace Callout.Contracts;

[Refuses("calendar.name", "calendar.never-open", "calendar.day", "calendar.overlap")]
public sealed record ChangeCalendar(CalendarId Calendar, CalendarPlan Plan, long? Seen = null)
{
    internal static readonly ChangeCalendar Example = new(AddCalendar.Example.Calendar, AddCalendar.Example.Plan with { Name = "Office hours, Nairobi" });

    internal static async Task<CalendarChanged> Handle(ChangeCalendar command, Session session, CancellationToken ct)
    {
        var calendar = await session.Load<BusinessCalendar, CalendarId>(command.Calendar, ct, command.Seen);
        return session.Append(calendar, calendar.Change(command.Plan));
    }
}

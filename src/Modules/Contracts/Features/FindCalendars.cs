namespace Callout.Contracts;

public sealed record CalendarLine(CalendarId Id, CalendarPlan Plan, long Version);

public sealed record FindCalendars(Guid? After, int? Limit)
{
    internal static Task<Page<CalendarLine>> Handle(FindCalendars query, Reading reading, CancellationToken ct) =>
        reading.Of<BusinessCalendar>().Page<BusinessCalendar, CalendarId, CalendarLine>(query.After, query.Limit, c => new CalendarLine(c.Id, c.Plan, c.Version), ct);
}

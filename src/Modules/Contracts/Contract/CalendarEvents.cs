namespace Callout.Contracts;

[Event("calendar.added")]
public sealed record CalendarAdded(CalendarId Calendar) : IEvent;

[Event("calendar.changed")]
public sealed record CalendarChanged(CalendarId Calendar) : IEvent;

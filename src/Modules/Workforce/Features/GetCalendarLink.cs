namespace Callout.Workforce;

/// <param name="Path">Behind the address of this server. Whoever has it can read the calendar, so it is shown to its owner and the office alone.</param>
public sealed record CalendarLink(string Path);

public sealed record GetCalendarLink(ResourceId Id)
{
    internal static async Task<CalendarLink> Handle(GetCalendarLink query, Reading reading, CancellationToken ct) =>
        new(CalendarFile.Path(await reading.Get<Technician, ResourceId>(query.Id, ct), reading.Service<KeyRing>()));
}

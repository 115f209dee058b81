namespace Callout.Workforce;

/// <summary>A line of somebody's calendar. The uid stays the same when the entry moves.</summary>
public sealed record CalendarEntry(string Uid, Instant Start, Instant End, string Title, string? Place = null, string? Note = null);

/// <summary>One source of what stands in a technician's calendar; every module may add its own to the services.</summary>
public delegate Task<IReadOnlyList<CalendarEntry>> CalendarEntries(ResourceId technician, Instant from, Instant until, Reading reading, CancellationToken ct);

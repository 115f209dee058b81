namespace Callout.Contracts;

/// <param name="Holidays">The region whose public holidays are closed; leave it out when they are not.</param>
public sealed record CalendarPlan(string Name, DateTimeZone Zone, IReadOnlyList<OpenHours> Week, string? Holidays = null);

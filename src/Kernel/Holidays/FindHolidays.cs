namespace Callout.Kernel;

public sealed record HolidayLine(PublicHolidayId Id, string Region, LocalDate Date, string Name);

public sealed record FindHolidays(string? Region, Guid? After, int? Limit)
{
    internal static Task<Page<HolidayLine>> Handle(FindHolidays query, Reading reading, CancellationToken ct)
    {
        var holidays = reading.Of<PublicHoliday>().Where(h => !h.Withdrawn);
        if (query.Region is { } region) holidays = holidays.Where(h => h.Region == region);
        return holidays.Page<PublicHoliday, PublicHolidayId, HolidayLine>(query.After, query.Limit, h => new HolidayLine(h.Id, h.Region, h.Date, h.Name), ct);
    }
}

public static class Holidays
{
    /// <summary>The days off of each of these regions, from one day to the other, both included.</summary>
    public static async Task<ILookup<string, LocalDate>> Of(IEnumerable<string> regions, LocalDate from, LocalDate until, Reading reading, CancellationToken ct)
    {
        List<string> asked = [.. regions.Distinct()];
        var found = await reading.Of<PublicHoliday>().Where(h => asked.Contains(h.Region) && h.Date >= from && h.Date <= until && !h.Withdrawn)
            .Select(h => new { h.Region, h.Date }).ToListAsync(ct);
        return found.ToLookup(h => h.Region, h => h.Date);
    }
}

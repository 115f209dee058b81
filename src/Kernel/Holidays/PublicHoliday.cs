namespace Callout.Kernel;

public readonly record struct PublicHolidayId(Guid Value) : IId<PublicHolidayId>
{
    public static PublicHolidayId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A day on which a region does not work. Shifts and business calendars both heed it, so it belongs to neither.</summary>
internal sealed class PublicHoliday : Entity<PublicHolidayId>
{
    private const int LongestRegion = 20;

    public string Region { get; private init; } = "";

    public LocalDate Date { get; private init; }

    public string Name { get; private init; } = "";

    public bool Withdrawn { get; private set; }

    public static (PublicHoliday, HolidayDeclared) Declare(PublicHolidayId id, string region, LocalDate date, string name)
    {
        Refusal.If(region.Trim().Length is 0 or > LongestRegion, "holiday.region", "Name the region with a short code, such as KE or US-MA.");
        Refusal.If(string.IsNullOrWhiteSpace(name), "holiday.name", "Say which holiday this is.");
        return (new() { Id = id, Region = region.Trim(), Date = date, Name = name.Trim() }, new HolidayDeclared(id, region.Trim(), date));
    }

    public HolidayWithdrawn Withdraw()
    {
        Refusal.If(Withdrawn, "holiday.withdrawn", "This holiday has been withdrawn already.");
        Withdrawn = true;
        return new HolidayWithdrawn(Id, Region, Date);
    }
}

[Event("holiday.declared")]
public sealed record HolidayDeclared(PublicHolidayId Holiday, [property: NotPersonal] string Region, LocalDate Date) : IEvent;

[Event("holiday.withdrawn")]
public sealed record HolidayWithdrawn(PublicHolidayId Holiday, [property: NotPersonal] string Region, LocalDate Date) : IEvent;

internal sealed class PublicHolidayMap : EntityMap<PublicHoliday>
{
    protected override void Map(Mapping<PublicHoliday> map)
    {
        map.SeenByAll().NotPersonal(h => h.Region, h => h.Name);
        map.Entity.HasIndex(h => new { h.Region, h.Date });
    }
}

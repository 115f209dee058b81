namespace Callout.Contracts;

public readonly record struct CalendarId(Guid Value) : IId<CalendarId>
{
    public static CalendarId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct SlaPolicyId(Guid Value) : IId<SlaPolicyId>
{
    public static SlaPolicyId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct PriceListId(Guid Value) : IId<PriceListId>
{
    public static PriceListId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

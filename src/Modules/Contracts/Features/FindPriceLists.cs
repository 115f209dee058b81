namespace Callout.Contracts;

public sealed record PriceListLine(PriceListId Id, string Name, string Currency, LocalDate From, LocalDate? Until, long Version);

public sealed record FindPriceLists(LocalDate? On, Guid? After, int? Limit)
{
    internal static Task<Page<PriceListLine>> Handle(FindPriceLists query, Reading reading, CancellationToken ct)
    {
        var lists = reading.Of<PriceList>();
        if (query.On is { } day) lists = lists.Where(l => l.From <= day && (l.Until == null || l.Until >= day));
        return lists.Page<PriceList, PriceListId, PriceListLine>(query.After, query.Limit, l => new PriceListLine(l.Id, l.Name, l.Currency, l.From, l.Until, l.Version), ct);
    }
}

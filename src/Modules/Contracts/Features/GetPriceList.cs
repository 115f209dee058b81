namespace Callout.Contracts;

public sealed record PriceListPage(PriceListId Id, string Name, string Currency, LocalDate From, LocalDate? Until, IReadOnlyList<PriceLine> Lines, long Version);

public sealed record GetPriceList(PriceListId Id)
{
    internal static async Task<PriceListPage> Handle(GetPriceList query, Reading reading, CancellationToken ct)
    {
        var l = await reading.Get<PriceList, PriceListId>(query.Id, ct);
        return new(l.Id, l.Name, l.Currency, l.From, l.Until, l.Lines, l.Version);
    }
}

namespace Callout.Contracts;

/// <param name="ByAgreement">Only for the contracts that name it; the others hold for every customer.</param>
[Refuses("price-list.name", "price-list.currency", "price-list.dates", "price-list.line", "price-list.negative", "price-list.mixed", "price-list.code-twice")]
public sealed record AddPriceList(PriceListId PriceList, string Name, string Currency, LocalDate From, IReadOnlyList<PriceLine> Lines, LocalDate? Until = null, bool ByAgreement = false)
{
    internal static readonly AddPriceList Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000f301")), "Standard 2026", "KES", new(2026, 1, 1),
        [
            new("labour", PriceKind.Labour, "Technician's hour", "hour", Rate.PerUnit(new Money(250_000, "KES"))),
            new("travel", PriceKind.Travel, "Travel", "kilometre", Rate.PerUnit(new Money(6_000, "KES"))),
            new("callout", PriceKind.Fee, "Callout fee", "piece", Rate.PerUnit(new Money(150_000, "KES"))),
        ]);

    internal static Task<PriceListAdded> Handle(AddPriceList command, Session session, CancellationToken ct)
    {
        var (list, added) = Contracts.PriceList.Add(command.PriceList, command.Name, command.Currency, command.From, command.Until, command.Lines, command.ByAgreement);
        return Task.FromResult(session.Add(list, added));
    }
}

namespace Callout.Contracts;

/// <summary>What has been invoiced keeps its price; it was copied when it happened.</summary>
[Refuses("price-list.name", "price-list.dates", "price-list.line", "price-list.negative", "price-list.mixed", "price-list.code-twice")]
public sealed record ChangePriceList(PriceListId PriceList, string Name, LocalDate From, IReadOnlyList<PriceLine> Lines, LocalDate? Until = null, long? Seen = null)
{
    internal static readonly ChangePriceList Example = new(AddPriceList.Example.PriceList, "Standard 2026", new(2026, 1, 1), AddPriceList.Example.Lines, new(2026, 12, 31));

    internal static async Task<PriceListChanged> Handle(ChangePriceList command, Session session, CancellationToken ct)
    {
        var list = await session.Load<PriceList, PriceListId>(command.PriceList, ct, command.Seen);
        return session.Append(list, list.Change(command.Name, command.From, command.Until, command.Lines));
    }
}

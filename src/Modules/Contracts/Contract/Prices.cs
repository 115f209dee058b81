namespace Callout.Contracts;

public enum PriceKind
{
    Labour,
    Travel,
    Part,
    Fee,
}

/// <param name="Code">By which work and parts name it: a work type, a part number.</param>
/// <param name="Unit">What one of it is: hour, kilometre, piece.</param>
public sealed record PriceLine(string Code, PriceKind Kind, string Name, string Unit, Rate Price);

/// <summary>What other modules ask about prices.</summary>
public static class Prices
{
    /// <summary>The price of that line on the day; null when the list does not hold it or does not hold on that day.</summary>
    public static async Task<PriceLine?> Of(PriceListId list, string code, LocalDate on, Reading reading, CancellationToken ct) =>
        (await reading.Get<PriceList, PriceListId>(list, ct)).Find(code, on);

    /// <summary>All lines of a list that holds on the day.</summary>
    public static async Task<IReadOnlyList<PriceLine>> On(PriceListId list, LocalDate on, Reading reading, CancellationToken ct) =>
        await reading.Get<PriceList, PriceListId>(list, ct) is var found && found.Holds(on) ? found.Lines : [];

    /// <summary>The list for who has no agreement: the youngest in that currency that holds on the day.</summary>
    public static Task<PriceListId?> Usual(string currency, LocalDate on, Reading reading, CancellationToken ct) =>
        reading.Of<PriceList>().Where(l => l.Currency == currency && !l.ByAgreement && l.From <= on && (l.Until == null || l.Until >= on))
            .OrderByDescending(l => l.From).ThenByDescending(l => l.Id).Select(l => (PriceListId?)l.Id).FirstOrDefaultAsync(ct);
}

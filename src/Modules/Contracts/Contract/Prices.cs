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
}

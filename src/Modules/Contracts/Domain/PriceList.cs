namespace Callout.Contracts;

internal sealed class PriceList : Entity<PriceListId>
{
    public string Name { get; private set; } = "";

    public string Currency { get; private init; } = "";

    public LocalDate From { get; private set; }

    public LocalDate? Until { get; private set; }

    /// <summary>Only for the contracts that name it; the others hold for every customer.</summary>
    public bool ByAgreement { get; private init; }

    public IReadOnlyList<PriceLine> Lines { get; private set; } = [];

    public static (PriceList, PriceListAdded) Add(PriceListId id, string name, string currency, LocalDate from, LocalDate? until, IReadOnlyList<PriceLine> lines, bool byAgreement)
    {
        Refusal.If(currency.Length != 3 || !currency.All(char.IsAsciiLetterUpper), "price-list.currency", "Name the currency by its three letters, such as KES.");
        var list = new PriceList { Id = id, Currency = currency, ByAgreement = byAgreement };
        list.Write(name, from, until, lines);
        return (list, new PriceListAdded(id, currency, from));
    }

    public PriceListChanged Change(string name, LocalDate from, LocalDate? until, IReadOnlyList<PriceLine> lines)
    {
        Write(name, from, until, lines);
        return new PriceListChanged(Id);
    }

    public PriceLine? Find(string code, LocalDate on) =>
        !Holds(on) ? null : Lines.FirstOrDefault(l => string.Equals(l.Code, code, StringComparison.OrdinalIgnoreCase));

    public bool Holds(LocalDate on) => From <= on && (Until is null || on <= Until);

    private void Write(string name, LocalDate from, LocalDate? until, IReadOnlyList<PriceLine> lines)
    {
        Refusal.If(name.Trim().Length is 0 or > 80, "price-list.name", "Name the price list in at most 80 characters.");
        Refusal.If(until < from, "price-list.dates", "The last day comes before the first.");
        Refusal.If(lines.Any(l => string.IsNullOrWhiteSpace(l.Code) || string.IsNullOrWhiteSpace(l.Name)), "price-list.line", "Each line has a code and a name.");
        Refusal.If(lines.Any(l => l.Price.Micro < 0), "price-list.negative", "A price is not negative.");
        Refusal.If(lines.Any(l => l.Price.Currency != Currency), "price-list.mixed", $"Every price of this list is in {Currency}.");
        var twice = lines.GroupBy(l => l.Code, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1)?.Key;
        Refusal.If(twice is not null, "price-list.code-twice", $"{twice} stands in the list twice.");
        (Name, From, Until, Lines) = (name.Trim(), from, until, lines);
    }
}

namespace Callout.Billing;

/// <summary>Turns the work that was done into lines: labour and travel by the time that was taken, parts and extras as they were used and agreed.</summary>
internal static class Pricing
{
    private const string Labour = "labour", Travel = "travel", Callout = "callout";

    public static async Task<IReadOnlyList<InvoiceLine>> Of(WorkDone work, CoverDecision cover, Letterhead paper, string language, Reading reading, CancellationToken ct)
    {
        var words = BillingWords.In(language);
        var on = (work.EndedAt ?? reading.Now).InZone(paper.Zone).Date;
        var list = cover.PriceList ?? await Prices.Usual(paper.Currency!, on, reading, ct);
        var prices = list is { } id ? await Prices.On(id, on, reading, ct) : [];
        var book = new Book(prices, paper.Currency!);
        if (work.Billing == BillingRule.FixedPrice) return [book.Line(LineKind.Fee, work.TypeCode ?? Labour, work.Summary, 1000, "piece", null, null)];

        var free = work.Billing switch
        {
            BillingRule.NotBilled => "This kind of work is not billed.",
            BillingRule.Warranty => "Warranty work.",
            _ => null,
        };
        string? Paid(CoverPart part) => free ?? (part.Covered ? part.Reason : null);
        return
        [
            .. book.Has(Callout) && work.Visits.Count > 0 ? [book.Line(LineKind.Fee, Callout, words["callout"], 1000, "piece", Paid(cover.Travel), null)] : Array.Empty<InvoiceLine>(),
            .. work.Visits.Where(v => Hours(v.Work * v.People) > 0).Select(v => book.Line(
                LineKind.Labour, book.Has(work.TypeCode) ? work.TypeCode! : Labour, words["labour", v.Seq], Hours(v.Work * v.People), "hour", Paid(cover.Labour), v.Visit)),
            .. work.Visits.Where(v => Hours(v.Travel) > 0 && book.ByTheHour(Travel)).Select(v => book.Line(
                LineKind.Travel, Travel, words["travel", v.Seq], Hours(v.Travel), "hour", Paid(cover.Travel), v.Visit)),
            .. work.Visits.SelectMany(v => v.Parts.Select(p => book.Line(LineKind.Part, p.Code, p.Name, (long)(p.Quantity * 1000), p.Unit, Paid(cover.Parts), v.Visit))),
            .. work.Visits.SelectMany(v => v.Extras.Select(e => new InvoiceLine(LineKind.Extra, "extra", e.What, 1000, "piece", Rate.PerUnit(e.Price), null, v.Visit))),
        ];
    }

    /// <summary>In thousandths, rounded half up.</summary>
    private static long Hours(Duration time) => (long)((time.TotalMinutes * 1000 + 30) / 60);

    private sealed class Book(IReadOnlyList<PriceLine> prices, string currency)
    {
        public bool Has(string? code) => Find(code) is not null;

        public bool ByTheHour(string code) => Find(code) is not { Unit: not "hour" };

        public InvoiceLine Line(LineKind kind, string code, string text, long quantity, string unit, string? coveredBy, VisitId? visit) =>
            Find(code) is { } line && line.Price.Currency == currency
                ? new(kind, code, kind is LineKind.Part or LineKind.Fee ? line.Name : text, quantity, line.Unit, line.Price, coveredBy, visit)
                : new(kind, code, text, quantity, unit, null, coveredBy, visit);

        private PriceLine? Find(string? code) => prices.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.OrdinalIgnoreCase));
    }
}

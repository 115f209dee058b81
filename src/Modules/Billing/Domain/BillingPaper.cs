using System.Globalization;
using Callout.Paper;
using NodaTime.Text;

namespace Callout.Billing;

/// <summary>Lays an invoice out on the branch's paper, or the confirmation that stands in its place.</summary>
internal sealed class BillingPaper(BillingFacts facts)
{
    private readonly Wordbook words = BillingWords.In(facts.Language);

    private bool IsCover => facts.State is null;

    private CultureInfo Culture => words.Culture;

    public byte[] Print()
    {
        var (title, which) = (words[IsCover ? "cover" : "invoice"], facts.Called ?? (IsCover ? $"WO-{facts.OrderNumber}" : words["unnumbered"]));
        var sheet = new Sheet($"{title} {which}", facts.By.Name, facts.At.ToDateTimeUtc())
        {
            Foot = ($"{facts.By.Name}, {title} {which}", ""),
            PageOf = (page, of) => words["page", page, of],
            Watermark = facts.State is InvoiceState.Draft or InvoiceState.Void or InvoiceState.Waived ? words[facts.State.ToString()!] : null,
        };
        sheet.Add(new Callout.Paper.Letterhead(facts.By.Name, facts.By.Branch, facts.By.Reached));
        sheet.Add(new Title(title, words["order", facts.OrderNumber], which, facts.IssuedOn is { } on ? Date(on) : ""));
        sheet.Add(new Beside(20, [1.2f, 1, 1], To(), For(), ToPay())).Add(new Gap(14));
        if (IsCover) sheet.Add(new Framed(Tone.Good, new Paragraph(new Phrase(words["nothing"], new(11, true))), new Gap(2), new Paragraph(new Phrase(words["why"], new(9))))).Add(new Gap(10));
        sheet.Add(Lines()).Add(new Gap(8)).Add(Sums());
        if (facts is { State: InvoiceState.Issued or InvoiceState.PartiallyPaid, Called: { } called }) sheet.Add(new Gap(16)).Add(new Paragraph(new Phrase(words["quote", called], Style.Body)));
        return sheet.Print();
    }

    private Facts To() => new(words[IsCover ? "customer" : "to"], [facts.Payer ?? "–", .. (facts.Address ?? "").Split(", "), facts.Registration is { } number ? words["number", number] : null]);

    private Facts For() => new(words["for"], words["order", facts.OrderNumber], facts.DoneOn is { } on ? words["doneOn", Date(on)] : null);

    private Facts ToPay() => facts switch
    {
        { State: InvoiceState.Paid } => new(words["pay"], facts.Open.Say(Culture), words["paid"]),
        { State: InvoiceState.Issued or InvoiceState.PartiallyPaid } => new(words["pay"], facts.Open.Say(Culture), facts.DueOn is { } due ? words["due", Date(due)] : null),
        { State: InvoiceState.Draft } => new(words["pay"], facts.Sum!.Total.Say(Culture), words["Draft"]),
        _ => new(words["pay"], Money.Zero(facts.Currency).Say(Culture), facts.State is { } state ? words[state.ToString()] : words["covered"]),
    };

    private Table Lines()
    {
        Column[] columns = [new(words["line"], 5), new(words["quantity"], 1.7f, Side.Right), new(words["unitPrice", facts.Currency], 2, Side.Right), new(words["amount", facts.Currency], 2, Side.Right)];
        return new Table(columns, [.. facts.Lines.Select(Line)]);
    }

    private IReadOnlyList<Cell> Line(InvoiceLine line) =>
    [
        new([new(line.Text, Style.Body), .. Beneath(line) is { } more ? new[] { new Phrase($"\n{more}", Style.Note) } : []]),
        $"{(line.Quantity / 1000m).ToString("#,##0.###", Culture)} {Unit(line.Unit)}", line.Price is { } price ? price.Number(Culture) : words["unpriced"],
        line.CoveredBy is null ? line.ToPay(facts.Currency).Number(Culture) : words["covered"],
    ];

    // Why it is covered is a sentence of the office's, in its own language; on other papers the word in the column says it.
    private string? Beneath(InvoiceLine line) => (line.Kind == LineKind.Part ? line.Code : null, facts.Language == "en" ? line.CoveredBy : null) switch
    {
        ({ } code, { } why) => $"{code}. {why}",
        var (code, why) => code ?? why,
    };

    private string Unit(string unit) => unit is "hour" or "piece" ? words[unit] : unit;

    private Whole? Sums()
    {
        if (facts.Sum is not { } sum) return null;
        List<Block> rows = [Sum(words["net"], sum.Net)];
        if (sum.TaxName.Length > 0) rows.Add(Sum(words["tax", sum.TaxName, Percent(sum.Rate)], sum.Tax));
        rows.AddRange([new Gap(3), new Across(1, Tone.Ink), new Gap(3), Sum(words["total"], sum.Total, strong: true)]);
        rows.AddRange(facts.Payments.Select(p => Sum(words["received", Date(p.On), words[p.Method.ToString()]], -p.Amount)));
        if (facts.Payments.Count > 0) rows.AddRange([new Gap(3), new Across(), new Gap(3), Sum(facts.Open.Minor == 0 ? words["paid"] : words["open"], facts.Open, strong: true)]);
        return new Whole(new Beside(20, [1, 1.1f], new Gap(1), new Stack(rows)));
    }

    private Beside Sum(string what, Money amount, bool strong = false)
    {
        var style = new Style(strong ? 10 : 9, strong);
        return new Beside(8, [1.6f, 1], new Paragraph(new Phrase(what, style)), new Paragraph(new Phrase(amount.Say(Culture), style)) { Side = Side.Right });
    }

    private string Percent(int rate) => $"{(rate / 100m).ToString("0.##", Culture)}{(facts.Language is "fr" or "de" ? "\u00a0%" : "%")}";

    private string Date(LocalDate date) => LocalDatePattern.Create(words["date"], Culture).Format(date);
}

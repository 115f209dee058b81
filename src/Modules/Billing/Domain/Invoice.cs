using System.Globalization;

namespace Callout.Billing;

/// <summary>What a customer is asked to pay for an order. Once issued, nothing about it changes but what was paid.</summary>
internal sealed class Invoice : Entity<InvoiceId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public WorkOrderId WorkOrder { get; private init; }

    public long OrderNumber { get; private init; }

    /// <summary>Who pays.</summary>
    public AccountId Account { get; private init; }

    /// <summary>Gapless in its branch; null until it is issued.</summary>
    public long? Number { get; private set; }

    /// <summary>The code of the branch, before the number; null until it is issued.</summary>
    public string? Series { get; private set; }

    /// <summary>The number as people say it, such as NBO-00017.</summary>
    public string? Called => Number is { } number ? $"{Series}-{number:D5}" : null;

    /// <summary>The letterhead of the day of issue; null until then.</summary>
    public Letterhead? Paper { get; private set; }

    /// <summary>In which it is written.</summary>
    public string Language { get; private init; } = "en";

    /// <summary>When the work ended, on the branch's calendar.</summary>
    public LocalDate? DoneOn { get; private init; }

    public InvoiceState State { get; private set; }

    public string Currency { get; private init; } = "";

    public IReadOnlyList<InvoiceLine> Lines { get; private set; } = [];

    public string TaxName { get; private init; } = "";

    /// <summary>In hundredths of a per cent.</summary>
    public int TaxRate { get; private init; }

    /// <summary>In minor units, with tax.</summary>
    public long TotalMinor { get; private set; }

    public long PaidMinor { get; private set; }

    public int PaymentDays { get; private init; }

    /// <summary>On the branch's calendar.</summary>
    public LocalDate? IssuedOn { get; private set; }

    public LocalDate? DueOn { get; private set; }

    /// <summary>As it stood on the day of issue.</summary>
    public string? PayerName { get; private set; }

    public string? PayerAddress { get; private set; }

    public string? PayerNumber { get; private set; }

    /// <summary>Why it was waived or taken back.</summary>
    public string? Remark { get; private set; }

    public Money Total => new(TotalMinor, Currency);

    public Money Open => State is InvoiceState.Issued or InvoiceState.PartiallyPaid ? new(TotalMinor - PaidMinor, Currency) : Money.Zero(Currency);

    public InvoiceTotal Sum()
    {
        var net = Lines.Aggregate(Money.Zero(Currency), (sum, line) => sum + line.ToPay(Currency));
        var tax = net.Share(TaxRate);
        return new(net, TaxName, TaxRate, tax, net + tax);
    }

    public static (Invoice, InvoiceDrafted) Draft(InvoiceId id, WorkDone work, Payer payer, Letterhead paper, string language, IReadOnlyList<InvoiceLine> lines)
    {
        var invoice = new Invoice
        {
            Id = id, Branch = work.Branch, WorkOrder = work.WorkOrder, OrderNumber = work.Number, Account = payer.Account, Currency = paper.Currency!,
            TaxName = paper.Tax?.Name ?? "", TaxRate = paper.Tax?.Rate ?? 0, PaymentDays = payer.PaymentDays,
            Language = language, DoneOn = work.EndedAt?.InZone(paper.Zone).Date,
        };
        invoice.Write(lines);
        return (invoice, new InvoiceDrafted(id, work.WorkOrder, invoice.Total));
    }

    /// <summary>The office knows better, or the order was completed again.</summary>
    public InvoiceChanged Change(IReadOnlyList<InvoiceLine> lines)
    {
        MustBe("change", InvoiceState.Draft);
        Write(lines);
        return new InvoiceChanged(Id, Total);
    }

    public InvoiceIssued Issue(long number, Payer payer, Letterhead paper, LocalDate on)
    {
        MustBe("issue", InvoiceState.Draft);
        var unpriced = Lines.Where(l => l.CoveredBy is null && l.Price is null).Select(l => l.Text).ToList();
        Refusal.If(unpriced.Count > 0, "invoice.unpriced", $"Without a price: {string.Join(", ", unpriced)}. Give each a price, or take it off.");
        (Number, Series, Paper) = (number, paper.Code, paper);
        (IssuedOn, DueOn) = (on, on.PlusDays(PaymentDays));
        (PayerName, PayerAddress, PayerNumber) = (payer.Name, payer.Address, payer.RegistrationNumber);
        State = TotalMinor == 0 ? InvoiceState.Paid : InvoiceState.Issued;
        return new InvoiceIssued(Id, WorkOrder, number, Total, DueOn.Value);
    }

    public InvoiceVoided Void(string reason)
    {
        MustBe("take back", InvoiceState.Issued);
        Why(reason);
        State = InvoiceState.Void;
        return new InvoiceVoided(Id);
    }

    public InvoiceWaived Waive(string reason)
    {
        MustBe("waive", InvoiceState.Draft);
        Why(reason);
        State = InvoiceState.Waived;
        return new InvoiceWaived(Id, WorkOrder);
    }

    public PaymentReceived Take(PaymentId payment, Money amount, PaymentMethod method)
    {
        MustBe("take a payment for", InvoiceState.Issued, InvoiceState.PartiallyPaid);
        Refusal.If(amount.Currency != Currency, "payment.currency", $"This invoice is in {Currency}.");
        Refusal.If(amount.Minor <= 0, "payment.amount", "A payment is more than nothing.");
        Refusal.If(amount.Minor > Open.Minor, "payment.too-much", $"Only {Open.Say(CultureInfo.InvariantCulture)} is still open on this invoice.");
        PaidMinor += amount.Minor;
        State = PaidMinor == TotalMinor ? InvoiceState.Paid : InvoiceState.PartiallyPaid;
        return new PaymentReceived(payment, Id, amount, method);
    }

    /// <summary>The person behind the account was forgotten; the amounts stay.</summary>
    public InvoiceChanged Forget()
    {
        (PayerName, PayerAddress, PayerNumber, Remark) = (null, null, null, null);
        return new InvoiceChanged(Id, Total);
    }

    private void Write(IReadOnlyList<InvoiceLine> lines)
    {
        Refusal.If(lines.Any(l => string.IsNullOrWhiteSpace(l.Text) || l.Text.Length > 200), "invoice.line-text", "Say on each line what it is, in at most 200 characters.");
        Refusal.If(lines.Any(l => l.Quantity <= 0), "invoice.quantity", "Each line has a quantity above nothing.");
        Refusal.If(lines.Any(l => l.Price is { } price && (price.Micro < 0 || price.Currency != Currency)), "invoice.price", $"Each price is in {Currency} and not negative.");
        Lines = lines;
        TotalMinor = Sum().Total.Minor;
    }

    private void Why(string reason)
    {
        Refusal.If(string.IsNullOrWhiteSpace(reason), "invoice.reason", "Say why.");
        Remark = reason.Trim();
    }

    private void MustBe(string what, params ReadOnlySpan<InvoiceState> states) =>
        Refusal.If(!states.Contains(State), "invoice.illegal", $"You cannot {what} an invoice that is {State}.");
}

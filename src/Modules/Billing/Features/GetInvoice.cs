namespace Callout.Billing;

public sealed record InvoicePage(InvoiceSummary Invoice, IReadOnlyList<InvoicePageLine> Lines, InvoiceTotal Sum, string? PayerAddress, string? PayerNumber, string? Remark, IReadOnlyList<PaymentLine> Payments);

/// <param name="ToPay">Nothing on a line that is covered.</param>
public sealed record InvoicePageLine(InvoiceLine Line, Money Worth, Money ToPay);

public sealed record PaymentLine(PaymentId Id, Money Amount, PaymentMethod Method, string? Receipt, Instant ReceivedAt);

public sealed record GetInvoice(InvoiceId Id)
{
    internal static async Task<InvoicePage> Handle(GetInvoice query, Reading reading, CancellationToken ct)
    {
        var invoice = await reading.Get<Invoice, InvoiceId>(query.Id, ct);
        var payments = await reading.Of<Payment>().Where(p => p.Invoice == invoice.Id).OrderBy(p => p.Id).ToListAsync(ct);
        var names = await Accounts.Names([invoice.Account], reading, ct);
        return new(
            FindInvoices.Line(invoice, names.GetValueOrDefault(invoice.Account), reading.Now.InUtc().Date),
            [.. invoice.Lines.Select(l => new InvoicePageLine(l, l.Worth(invoice.Currency), l.ToPay(invoice.Currency)))], invoice.Sum(), invoice.PayerAddress, invoice.PayerNumber, invoice.Remark,
            [.. payments.Select(p => new PaymentLine(p.Id, new Money(p.AmountMinor, p.Currency), p.Method, p.Receipt, p.ReceivedAt))]);
    }
}

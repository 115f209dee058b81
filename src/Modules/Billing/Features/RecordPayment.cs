namespace Callout.Billing;

/// <param name="Receipt">The provider's number of the transaction; the same again is refused.</param>
[Refuses("invoice.illegal", "payment.currency", "payment.amount", "payment.too-much", "payment.known")]
public sealed record RecordPayment(PaymentId Payment, InvoiceId Invoice, Money Amount, PaymentMethod Method, string? Receipt = null)
{
    internal static readonly RecordPayment Example = new(
        new(new("0199f3a0-0000-7000-8000-00000000f902")), IssueInvoice.Example.Invoice, new Money(2_407_000, "KES"), PaymentMethod.MobileMoney, "SKK3X9Q1ZT");

    internal static async Task<PaymentReceived> Handle(RecordPayment command, Session session, CancellationToken ct)
    {
        var invoice = await session.Load<Invoice, InvoiceId>(command.Invoice, ct);
        var received = invoice.Take(command.Payment, command.Amount, command.Method);
        session.Add(Billing.Payment.Of(command.Payment, invoice, command.Amount, command.Method, command.Receipt, session.OccurredAt));
        return session.Append(invoice, received);
    }
}

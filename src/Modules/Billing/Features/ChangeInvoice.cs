namespace Callout.Billing;

/// <summary>All lines of a draft as they shall be.</summary>
[Refuses("invoice.illegal", "invoice.line-text", "invoice.quantity", "invoice.price")]
public sealed record ChangeInvoice(InvoiceId Invoice, IReadOnlyList<InvoiceLine> Lines, long? Seen = null)
{
    internal static readonly ChangeInvoice Example = new(IssueInvoice.Example.Invoice, [new(LineKind.Labour, "labour", "Labour, visit 1", 2_083, "hour", Rate.PerUnit(new Money(360_000, "KES")))]);

    internal static async Task<InvoiceChanged> Handle(ChangeInvoice command, Session session, CancellationToken ct)
    {
        var invoice = await session.Load<Invoice, InvoiceId>(command.Invoice, ct, command.Seen);
        return session.Append(invoice, invoice.Change(command.Lines));
    }
}

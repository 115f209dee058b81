namespace Callout.Billing;

/// <summary>Takes an unpaid invoice back; its number stays taken.</summary>
[Refuses("invoice.illegal", "invoice.reason")]
public sealed record VoidInvoice(InvoiceId Invoice, string Reason, long? Seen = null)
{
    internal static readonly VoidInvoice Example = new(IssueInvoice.Example.Invoice, "Billed to the wrong branch of the customer");

    internal static async Task<InvoiceVoided> Handle(VoidInvoice command, Session session, CancellationToken ct)
    {
        var invoice = await session.Load<Invoice, InvoiceId>(command.Invoice, ct, command.Seen);
        return session.Append(invoice, invoice.Void(command.Reason));
    }
}

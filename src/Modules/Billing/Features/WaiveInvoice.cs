namespace Callout.Billing;

/// <summary>Nothing is asked for this work after all.</summary>
[Refuses("invoice.illegal", "invoice.reason")]
public sealed record WaiveInvoice(InvoiceId Invoice, string Reason, long? Seen = null)
{
    internal static readonly WaiveInvoice Example = new(IssueInvoice.Example.Invoice, "Goodwill after the second breakdown in a month");

    internal static async Task<InvoiceWaived> Handle(WaiveInvoice command, Session session, CancellationToken ct)
    {
        var invoice = await session.Load<Invoice, InvoiceId>(command.Invoice, ct, command.Seen);
        return session.Append(invoice, invoice.Waive(command.Reason));
    }
}

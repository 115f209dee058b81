namespace Callout.Billing;

/// <summary>Gives the draft its number and day; from here on it is what the customer holds in hand.</summary>
[Refuses("invoice.illegal", "invoice.unpriced")]
public sealed record IssueInvoice(InvoiceId Invoice, long? Seen = null)
{
    internal static readonly IssueInvoice Example = new(new InvoiceId(new("0199f3a0-0000-7000-8000-00000000f901")));

    internal static async Task<InvoiceIssued> Handle(IssueInvoice command, Session session, CancellationToken ct)
    {
        var invoice = await session.Load<Invoice, InvoiceId>(command.Invoice, ct, command.Seen);
        var paper = await Letterhead.Of(invoice.Branch, session, ct);
        var payer = await Accounts.Payer(invoice.Account, session, ct);
        return session.Append(invoice, invoice.Issue(await session.Next($"invoices/{invoice.Branch}", ct), payer, paper, session.Now.InZone(paper.Zone).Date));
    }
}

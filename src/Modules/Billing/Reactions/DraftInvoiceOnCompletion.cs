namespace Callout.Billing;

/// <summary>Every completed order has exactly one of: an invoice, a confirmation that it is covered, or a reason why it was waived.</summary>
internal static class DraftInvoiceOnCompletion
{
    public static async Task Handle(WorkOrderCompleted completed, LedgerEntry cause, Session session, CancellationToken ct)
    {
        var work = await WorkOrders.WorkDone.Of(completed.WorkOrder, session, ct);
        var paper = await Letterhead.Of(work.Branch, session, ct);
        if (work.Account is not { } account || paper.Currency is null) return;
        var invoices = await session.LoadAll<Invoice>(i => i.WorkOrder == work.WorkOrder && i.State != InvoiceState.Void && i.State != InvoiceState.Waived, ct);
        var draft = invoices.FirstOrDefault(i => i.State == InvoiceState.Draft);
        var fresh = work.Without(invoices.Where(i => i != draft).SelectMany(i => i.Lines).Select(l => l.Visit).OfType<VisitId>());
        if (invoices.Count > 0 && fresh.Visits.Count == 0) return;

        var on = (work.EndedAt ?? session.Now).InZone(paper.Zone).Date;
        var cover = await Cover.Of(new(account, on, work.Site, work.Asset), session, ct);
        var language = await Language(work, paper, session, ct);
        var lines = await Pricing.Of(fresh, cover, paper, language, session, ct);
        if (draft is not null) session.Append(draft, draft.Change(lines));
        else if (lines.All(l => l.CoveredBy is not null)) await Confirm(fresh, cause, paper, language, lines, session, ct);
        else Draft(fresh, await Accounts.Payer(account, session, ct), cause, paper, language, lines, session);
    }

    /// <summary>Of whom it was done for, or else of the branch.</summary>
    private static async Task<string> Language(WorkDone work, Letterhead paper, Reading reading, CancellationToken ct) =>
        Languages.Nearest((work.Contact is { } contact ? await Contacts.Of(contact, reading, ct) : null)?.Language ?? paper.Language);

    private static void Draft(WorkDone work, Payer payer, LedgerEntry cause, Letterhead paper, string language, IReadOnlyList<InvoiceLine> lines, Session session)
    {
        var (invoice, drafted) = Invoice.Draft(new(Id.Derived(cause.CommandId, cause.Ordinal, "invoice")), work, payer, paper, language, lines);
        session.Add(invoice, drafted);
    }

    private static async Task Confirm(WorkDone work, LedgerEntry cause, Letterhead paper, string language, IReadOnlyList<InvoiceLine> lines, Session session, CancellationToken ct)
    {
        if (await session.Of<CoverConfirmation>().AnyAsync(c => c.WorkOrder == work.WorkOrder, ct)) return;
        var (confirmation, confirmed) = CoverConfirmation.Confirm(new(Id.Derived(cause.CommandId, cause.Ordinal, "cover")), work, paper, language, lines);
        session.Add(confirmation, confirmed);
    }
}

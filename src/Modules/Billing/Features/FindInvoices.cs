namespace Callout.Billing;

/// <param name="Called">The number as people say it, such as NBO-00017.</param>
/// <param name="Overdue">Not paid in full though the day has passed on which it was due.</param>
public sealed record InvoiceSummary(
    InvoiceId Id, long? Number, string? Called, BranchId Branch, WorkOrderId WorkOrder, long OrderNumber, AccountId Account, string? AccountName, InvoiceState State,
    Money Total, Money Open, LocalDate? IssuedOn, LocalDate? DueOn, bool Overdue, long Version);

/// <param name="Open">Issued, and not paid in full.</param>
public sealed record FindInvoices(BranchId? Branch, InvoiceState? State, AccountId? Account, WorkOrderId? Order, bool? Overdue, Guid? After, int? Limit, bool? Open = null)
{
    internal static async Task<Page<InvoiceSummary>> Handle(FindInvoices query, Reading reading, CancellationToken ct)
    {
        var today = reading.Now.InUtc().Date;
        var invoices = reading.Of<Invoice>();
        if (query.Branch is { } branch) invoices = invoices.Where(i => i.Branch == branch);
        if (query.State is { } state) invoices = invoices.Where(i => i.State == state);
        if (query.Account is { } account) invoices = invoices.Where(i => i.Account == account);
        if (query.Order is { } order) invoices = invoices.Where(i => i.WorkOrder == order);
        if (query.Open is true) invoices = invoices.Where(i => i.State == InvoiceState.Issued || i.State == InvoiceState.PartiallyPaid);
        if (query.Overdue is true) invoices = invoices.Where(i => i.DueOn < today && (i.State == InvoiceState.Issued || i.State == InvoiceState.PartiallyPaid));
        var page = await invoices.Page<Invoice, InvoiceId, Invoice>(query.After, query.Limit, i => i, ct);
        var names = await Accounts.Names([.. page.Items.Select(i => i.Account).Distinct()], reading, ct);
        return new([.. page.Items.Select(i => Line(i, names.GetValueOrDefault(i.Account), today))], page.Next);
    }

    internal static InvoiceSummary Line(Invoice i, string? name, LocalDate today) => new(
        i.Id, i.Number, i.Called, i.Branch, i.WorkOrder, i.OrderNumber, i.Account, i.PayerName ?? name, i.State, i.Total, i.Open, i.IssuedOn, i.DueOn, i.Open.Minor > 0 && i.DueOn < today, i.Version);
}

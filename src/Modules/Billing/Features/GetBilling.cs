namespace Callout.Billing;

/// <summary>What was asked for an order: its invoices, or why nothing is to be paid.</summary>
public sealed record OrderBilling(IReadOnlyList<InvoicePage> Invoices, IReadOnlyList<InvoiceLine>? Covered);

public sealed record GetBilling(WorkOrderId Order)
{
    internal static async Task<OrderBilling> Handle(GetBilling query, Reading reading, CancellationToken ct)
    {
        var ids = await reading.Of<Invoice>().Where(i => i.WorkOrder == query.Order).OrderBy(i => i.Id).Select(i => i.Id).Take(50).ToListAsync(ct);
        List<InvoicePage> pages = [];
        foreach (var id in ids) pages.Add(await GetInvoice.Handle(new(id), reading, ct));
        var confirmation = await reading.Of<CoverConfirmation>().FirstOrDefaultAsync(c => c.WorkOrder == query.Order, ct);
        return new(pages, confirmation?.Lines);
    }
}

using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Callout.Billing;

/// <summary>What customers pay for work that was done: invoices, what was paid on them, and why nothing is to be paid.</summary>
public sealed class BillingModule : IModule
{
    public void Define(Module module)
    {
        module.Command<ChangeInvoice, InvoiceChanged>("invoices/change", ChangeInvoice.Handle, May.Manager | May.Accountant);
        module.Command<IssueInvoice, InvoiceIssued>("invoices/issue", IssueInvoice.Handle, May.Manager | May.Accountant);
        module.Command<VoidInvoice, InvoiceVoided>("invoices/void", VoidInvoice.Handle, May.Accountant);
        module.Command<WaiveInvoice, InvoiceWaived>("invoices/waive", WaiveInvoice.Handle, May.Manager);
        module.Command<RecordPayment, PaymentReceived>("payments/record", RecordPayment.Handle, May.Manager | May.Accountant);

        module.Query<FindInvoices, Page<InvoiceSummary>>("invoices", FindInvoices.Handle, May.Read);
        module.Query<GetInvoice, InvoicePage>("invoices/{id}", GetInvoice.Handle, May.Read);
        module.Query<GetBilling, OrderBilling>("billing", GetBilling.Handle, May.Read);

        module.React<WorkOrderCompleted>(DraftInvoiceOnCompletion.Handle);
        module.React<AccountForgotten>(ForgetPayerOnAccountForgotten.Handle);

        module.Endpoint(InvoiceDoor.Map);
        module.Services.TryAddSingleton<Paper.Press>();

        foreach (var name in new[] { "ix_payment_receipt", "payment.receipt" }) module.Constraint(name, "payment.known", "A payment with this receipt is already there.");
    }
}

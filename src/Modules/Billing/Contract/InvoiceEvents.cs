namespace Callout.Billing;

/// <summary>Completed work has been priced; an accountant looks at it before it goes out.</summary>
[Event("invoice.drafted")]
public sealed record InvoiceDrafted(InvoiceId Invoice, WorkOrderId WorkOrder, Money Total) : IEvent;

/// <summary>The lines of a draft are others now.</summary>
[Event("invoice.changed")]
public sealed record InvoiceChanged(InvoiceId Invoice, Money Total) : IEvent;

/// <summary>It has its number and does not change any more. The number is gapless in its branch.</summary>
[Event("invoice.issued")]
public sealed record InvoiceIssued(InvoiceId Invoice, WorkOrderId WorkOrder, long Number, Money Total, LocalDate Due) : IEvent;

[Event("invoice.voided")]
public sealed record InvoiceVoided(InvoiceId Invoice) : IEvent;

[Event("invoice.waived")]
public sealed record InvoiceWaived(InvoiceId Invoice, WorkOrderId WorkOrder) : IEvent;

/// <summary>Money came in for it.</summary>
[Event("payment.received")]
public sealed record PaymentReceived(PaymentId Payment, InvoiceId Invoice, Money Amount, PaymentMethod Method) : IEvent;

/// <summary>Nothing is to be paid for this work; the reasons are kept with it.</summary>
[Event("cover.confirmed")]
public sealed record CoverConfirmed(CoverConfirmationId Confirmation, WorkOrderId WorkOrder) : IEvent;

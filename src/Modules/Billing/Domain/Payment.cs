namespace Callout.Billing;

/// <summary>Money that came in for one invoice.</summary>
internal sealed class Payment : Entity<PaymentId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public InvoiceId Invoice { get; private init; }

    public long AmountMinor { get; private init; }

    public string Currency { get; private init; } = "";

    public PaymentMethod Method { get; private init; }

    /// <summary>The provider's number of the transaction; each counts once.</summary>
    public string? Receipt { get; private init; }

    public Instant ReceivedAt { get; private init; }

    public static Payment Of(PaymentId id, Invoice invoice, Money amount, PaymentMethod method, string? receipt, Instant at) => new()
    {
        Id = id, Branch = invoice.Branch, Invoice = invoice.Id, AmountMinor = amount.Minor, Currency = amount.Currency, Method = method,
        Receipt = string.IsNullOrWhiteSpace(receipt) ? null : receipt.Trim().ToUpperInvariant(), ReceivedAt = at,
    };
}

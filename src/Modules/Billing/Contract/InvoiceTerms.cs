namespace Callout.Billing;

public enum InvoiceState
{
    Draft,
    Issued,
    PartiallyPaid,
    Paid,

    /// <summary>Taken back after it was issued; its number stays taken.</summary>
    Void,

    /// <summary>Given up before it was issued, with a reason.</summary>
    Waived,
}

public enum LineKind
{
    Labour,
    Part,
    Travel,
    Fee,
    Extra,
}

public enum PaymentMethod
{
    Cash,
    Bank,
    MobileMoney,
    Card,
}

/// <param name="Quantity">In thousandths of the unit.</param>
/// <param name="Price">Of one unit; null while no price list holds one.</param>
/// <param name="CoveredBy">Why somebody else than the customer pays for it; null when the customer does.</param>
/// <param name="Visit">The visit that proves it.</param>
public sealed record InvoiceLine(LineKind Kind, string Code, string Text, long Quantity, string Unit, Rate? Price, string? CoveredBy = null, VisitId? Visit = null)
{
    /// <summary>What it is worth, whoever pays; nothing while it has no price.</summary>
    public Money Worth(string currency) => Price?.For(Quantity) ?? Money.Zero(currency);

    public Money ToPay(string currency) => CoveredBy is null ? Worth(currency) : Money.Zero(currency);
}

/// <param name="Rate">In hundredths of a per cent.</param>
public sealed record InvoiceTotal(Money Net, string TaxName, int Rate, Money Tax, Money Total);

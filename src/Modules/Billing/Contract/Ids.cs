namespace Callout.Billing;

public readonly record struct InvoiceId(Guid Value) : IId<InvoiceId>
{
    public static InvoiceId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct CoverConfirmationId(Guid Value) : IId<CoverConfirmationId>
{
    public static CoverConfirmationId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct PaymentId(Guid Value) : IId<PaymentId>
{
    public static PaymentId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

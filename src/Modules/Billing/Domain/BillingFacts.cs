using System.Security.Cryptography;
using System.Text.Json;

namespace Callout.Billing;

/// <summary>What stands on an invoice, or on a confirmation that nothing is to be paid.</summary>
/// <param name="Called">Its number as people say it; null while it is a draft.</param>
/// <param name="State">Null on a confirmation of cover.</param>
internal sealed record BillingFacts(
    Letterhead By, string Language, string? Called, InvoiceState? State, long OrderNumber, LocalDate? DoneOn, LocalDate? IssuedOn, LocalDate? DueOn, string? Payer, string? Address, string? Registration,
    string Currency, IReadOnlyList<InvoiceLine> Lines, InvoiceTotal? Sum, Money Open, IReadOnlyList<PaymentFact> Payments, Instant At)
{
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, Wire.Json)));

    /// <summary>An issued invoice says what it said on the day of issue, whatever the organisation and the customer are called by now.</summary>
    public static async Task<BillingFacts> Of(Invoice invoice, Reading reading, CancellationToken ct)
    {
        var by = invoice.Paper ?? await Letterhead.Of(invoice.Branch, reading, ct);
        var payer = invoice.Number is null ? await Accounts.Payer(invoice.Account, reading, ct) : null;
        var payments = await reading.Of<Payment>().Where(p => p.Invoice == invoice.Id).OrderBy(p => p.ReceivedAt).ThenBy(p => p.Id).ToListAsync(ct);
        return new(
            by, invoice.Language, invoice.Called, invoice.State, invoice.OrderNumber, invoice.DoneOn, invoice.IssuedOn, invoice.DueOn, payer?.Name ?? invoice.PayerName, payer?.Address ?? invoice.PayerAddress,
            payer?.RegistrationNumber ?? invoice.PayerNumber, invoice.Currency, invoice.Lines, invoice.Sum(), invoice.Open,
            [.. payments.Select(p => new PaymentFact(new Money(p.AmountMinor, p.Currency), p.Method, p.ReceivedAt.InZone(by.Zone).Date))], payments.Count > 0 ? payments[^1].ReceivedAt : invoice.ChangedAt);
    }

    public static async Task<BillingFacts> Of(CoverConfirmation cover, Reading reading, CancellationToken ct)
    {
        var names = cover.Account is { } account ? await Accounts.Names([account], reading, ct) : [];
        return new(
            await Letterhead.Of(cover.Branch, reading, ct), cover.Language, null, null, cover.OrderNumber, cover.DoneOn, cover.DoneOn, null, names.Values.FirstOrDefault(), null, null,
            cover.Currency, cover.Lines, null, Money.Zero(cover.Currency), [], cover.CreatedAt);
    }
}

/// <param name="On">On the branch's calendar.</param>
internal sealed record PaymentFact(Money Amount, PaymentMethod Method, LocalDate On);

namespace Callout.Customers;

/// <param name="Address">On one line.</param>
/// <param name="RegistrationNumber">The number that the state knows them by.</param>
/// <param name="PaymentDays">Days after the invoice until it is due.</param>
public sealed record Payer(AccountId Account, string Name, string? Address, string? RegistrationNumber, int PaymentDays);

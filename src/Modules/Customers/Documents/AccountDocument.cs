namespace Callout.Customers;

internal sealed record AccountShape(
    AccountKind Kind, string Name, BranchId Branch, string? Address, string? RegistrationNumber, AccountId? BillTo, int? PaymentDays,
    ContactChannel? Channel, ResourceId? PreferredTechnician, LocalTime? VisitsFrom, LocalTime? VisitsUntil, AccountId? MergedInto, AccountId Holder);

internal sealed record OwnAccountShape(AccountKind Kind, string Name, string? Address);

internal static class AccountDocument
{
    /// <summary>Technicians to whom one of the customer's sites is shown.</summary>
    public static Audience Shown(AccountId account) => new($"account:{account}", View.Technician);

    public static IEnumerable<Audience> Audiences(Account account) =>
        [.. account.Branches.Select(Audience.Branch), Audience.HeadOffice, Audience.Customer(account.Id), Shown(account.Id)];

    public static Shapes Shapes(Account a) => new()
    {
        Office = new AccountShape(
            a.Kind, a.Name, a.Branch, Addresses.OneLine(a.BillingAddress), a.RegistrationNumber, a.BillTo, a.PaymentDays,
            a.Channel, a.PreferredTechnician, a.VisitsFrom, a.VisitsUntil, a.MergedInto, a.Holder),
        Technician = new OwnAccountShape(a.Kind, a.Name, null),
        Customer = new OwnAccountShape(a.Kind, a.Name, Addresses.OneLine(a.BillingAddress)),
    };
}

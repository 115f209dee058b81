namespace Callout.Customers;

internal sealed record ContactShape(AccountId Account, string Name, string? Role, IReadOnlyList<string> Phones, string? Email, ContactChannel? Channel, string? Language, LocalTime? QuietFrom, LocalTime? QuietUntil);

internal sealed record ContactForTechnicianShape(AccountId Account, string Name, string? Role, IReadOnlyList<string> Phones, string? Language);

internal static class ContactDocument
{
    public static IEnumerable<Audience> Audiences(Contact contact) =>
        [.. contact.Branches.Select(Audience.Branch), Audience.HeadOffice, Audience.Customer(contact.Account), AccountDocument.Shown(contact.Account)];

    public static Shapes Shapes(Contact c)
    {
        var whole = new ContactShape(c.Account, c.Name, c.Role, c.Phones, c.Email, c.Channel, c.Language, c.QuietFrom, c.QuietUntil);
        return new() { Office = whole, Technician = new ContactForTechnicianShape(c.Account, c.Name, c.Role, c.Phones, c.Language), Customer = whole };
    }
}

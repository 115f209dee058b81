namespace Callout.Customers;

public sealed record ContactLine(ContactId Id, AccountId Account, long Version, ContactDetails Details);

/// <summary>Whom to talk to at a customer, the newest first.</summary>
public sealed record FindContacts(AccountId Account, Guid? After, int? Limit)
{
    internal static async Task<Page<ContactLine>> Handle(FindContacts query, Reading reading, CancellationToken ct)
    {
        var family = await Accounts.Family(query.Account, reading, ct);
        var page = await reading.Of<Contact>().Where(c => family.Contains(c.Account)).Page<Contact, ContactId, Contact>(query.After, query.Limit, c => c, ct);
        return new([.. page.Items.Select(c => new ContactLine(c.Id, c.Account, c.Version, Details(c)))], page.Next);
    }

    private static ContactDetails Details(Contact c) => new(c.Name, c.Role, c.Phones, c.Email, c.Channel, c.Language, c.QuietFrom, c.QuietUntil, c.Declined);
}

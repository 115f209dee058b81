namespace Callout.Customers;

[Refuses("contact.name-empty", "contact.too-long", "contact.phone", "contact.phones", "contact.email", "contact.quiet-hours")]
public sealed record AddContact(ContactId Contact, AccountId Account, ContactDetails Details)
{
    internal static readonly AddContact Example = new(
        new(new("0199f3a0-0000-7000-8000-000000020001")), AddAccount.Example.Account,
        new("Wanjiru Kamau", "Facility manager", ["0712 345 678"], "wanjiru@example.com", ContactChannel.WhatsApp, "sw-KE", new(21, 0), new(7, 0)));

    internal static async Task<ContactAdded> Handle(AddContact command, Session session, CancellationToken ct)
    {
        var account = await session.Load<Account, AccountId>(command.Account, ct);
        var contact = Customers.Contact.Add(command.Contact, account, command.Details);
        await session.Find(contact.Id.Value, SearchWord.Of(contact), ct);
        return session.Add(contact, new ContactAdded(contact.Id, account.Id, await session.Seal(contact.Person, contact.Name, ct)));
    }
}

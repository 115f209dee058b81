namespace Callout.Customers;

/// <param name="Details">All of it as it is to be; what is left out is emptied.</param>
/// <param name="Seen">The version that the person saw.</param>
[Refuses("contact.name-empty", "contact.too-long", "contact.phone", "contact.phones", "contact.email", "contact.quiet-hours")]
public sealed record ChangeContact(ContactId Contact, ContactDetails Details, long? Seen = null)
{
    internal static readonly ChangeContact Example = new(AddContact.Example.Contact, AddContact.Example.Details with { Role = "Owner" }, 1);

    internal static async Task<ContactChanged> Handle(ChangeContact command, Session session, CancellationToken ct)
    {
        var contact = await session.Load<Contact, ContactId>(command.Contact, ct, command.Seen);
        contact.Change(command.Details, await session.Get<Account, AccountId>(contact.Account, ct));
        await session.Find(contact.Id.Value, SearchWord.Of(contact), ct);
        return session.Append(contact, new ContactChanged(contact.Id, await session.Seal(contact.Person, contact.Name, ct)));
    }
}

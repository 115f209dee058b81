namespace Callout.Customers;

/// <summary>A contact, or a customer who is a person, is forgotten; what was done for them stays.</summary>
internal static class ForgetPerson
{
    public static async Task Handle(PersonId person, Session session, CancellationToken ct)
    {
        var (contact, account) = (ContactId.From(person.Value), AccountId.From(person.Value));
        foreach (var row in await session.LoadAll<Contact>(c => c.Id == contact, ct)) await Forget(row, session, ct);
        foreach (var row in await session.LoadAll<Account>(a => a.Id == account && a.Kind == AccountKind.Person, ct)) await Forget(row, session, ct);
    }

    private static async Task Forget(Contact contact, Session session, CancellationToken ct)
    {
        session.Append(contact, contact.Forget());
        await session.Find(contact.Id.Value, [], ct);
    }

    private static async Task Forget(Account account, Session session, CancellationToken ct)
    {
        session.Append(account, account.Forget());
        await session.Find(account.Id.Value, [], ct);
        foreach (var contact in await session.LoadAll<Contact>(c => c.Account == account.Id, ct)) await Forget(contact, session, ct);
        foreach (var site in await session.LoadAll<Site>(s => s.Account == account.Id, ct))
        {
            session.Append(site, site.Forget());
            await session.Find(site.Id.Value, [], ct);
        }
    }
}

namespace Callout.Messaging;

/// <summary>What was said to a contact, or a customer who is a person, who is to be forgotten is emptied; that something was said stays.</summary>
internal static class ForgetPerson
{
    public static async Task Handle(PersonId person, Session session, CancellationToken ct)
    {
        var (contact, account) = (ContactId.From(person.Value), await Accounts.OfPerson(person, session, ct));
        foreach (var mail in await session.LoadAll<IncomingMail>(m => m.Contact == contact, ct)) session.Append(mail, mail.Forget());
        foreach (var message in await session.LoadAll<Message>(m => m.Contact == contact || account != null && m.Account == account, ct))
        {
            session.Append(message, message.Forget());
            session.Drop(await session.Locked<Delivery>().Where(d => d.Message == message.Id).ToListAsync(ct));
        }
    }
}

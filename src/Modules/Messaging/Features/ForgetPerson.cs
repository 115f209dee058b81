namespace Callout.Messaging;

/// <summary>What was said to a contact who is to be forgotten is emptied; that something was said stays.</summary>
internal static class ForgetPerson
{
    public static async Task Handle(PersonId person, Session session, CancellationToken ct)
    {
        var contact = ContactId.From(person.Value);
        foreach (var message in await session.LoadAll<Message>(m => m.Contact == contact, ct))
        {
            session.Append(message, message.Forget());
            session.Drop(await session.Locked<Delivery>().Where(d => d.Message == message.Id).ToListAsync(ct));
        }
    }
}

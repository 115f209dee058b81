namespace Callout.Messaging;

/// <summary>What was said to a contact, or a customer who is a person, who is to be forgotten is emptied, and their own words on a rating; that something was said, and the stars, stay.</summary>
internal static class ForgetPerson
{
    public static async Task Handle(PersonId person, Session session, CancellationToken ct)
    {
        var (contact, account, orders) = (ContactId.From(person.Value), await Accounts.OfPerson(person, session, ct), await Visits.AskedBy(person, session, ct));
        await PushSubscription.Drop(s => s.Person == person, session, ct);
        var caller = ServiceRequestId.From(person.Value);
        foreach (var mail in await session.LoadAll<IncomingMail>(m => m.Contact == contact || m.Request == caller || m.WorkOrder != null && orders.Contains(m.WorkOrder.Value), ct)) session.Append(mail, mail.Forget());
        foreach (var message in await session.LoadAll<Message>(m => m.Contact == contact || m.WorkOrder != null && orders.Contains(m.WorkOrder.Value) || account != null && m.Account == account, ct))
        {
            session.Append(message, message.Forget());
            session.Drop(await session.Locked<Delivery>().Where(d => d.Message == message.Id).ToListAsync(ct));
        }

        foreach (var tracking in await session.LoadAll<Tracking>(t => t.RatingWords != null && (orders.Contains(t.WorkOrder) || account != null && t.Account == account), ct)) tracking.Forget();
    }
}

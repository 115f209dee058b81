using Callout.Customers;
using Callout.Workforce;

namespace Callout.WorkOrders;

/// <summary>This module's part in forgetting a contact, a customer who is a person, a caller who goes by the id of their request, or a technician.</summary>
internal static class ForgetPerson
{
    public static async Task Handle(PersonId person, Session session, CancellationToken ct)
    {
        await Asked(person, session, ct);
        await Worked(person, session, ct);
    }

    private static async Task Asked(PersonId person, Session session, CancellationToken ct)
    {
        var (contact, caller, account) = (ContactId.From(person.Value), ServiceRequestId.From(person.Value), await Accounts.OfPerson(person, session, ct));
        var requests = await session.LoadAll<ServiceRequest>(r => r.Contact == contact || r.Id == caller || account != null && r.Account == account, ct);
        var theirs = await Visits.AskedBy(person, session, ct);
        foreach (var request in requests)
        {
            session.Append(request, request.Forget());
            await session.Find(request, ct);
        }

        foreach (var order in await session.LoadAll<WorkOrder>(o => theirs.Contains(o.Id), ct))
        {
            session.Append(order, order.Forget());
            await session.Find(order, ct);
            foreach (var visit in await session.LoadAll<Visit>(v => v.WorkOrder == order.Id, ct)) session.Append(visit, visit.Forget(order));
            foreach (var note in await session.LoadAll<Note>(n => n.WorkOrder == order.Id, ct)) note.Forget();
            foreach (var deviation in await session.LoadAll<FieldDeviation>(d => d.WorkOrder == order.Id, ct)) deviation.Forget();
            foreach (var attachment in await session.LoadAll<Attachment>(a => a.WorkOrder == order.Id, ct)) attachment.Forget();
        }

        foreach (var request in requests)
            foreach (var attachment in await session.LoadAll<Attachment>(a => a.Request == request.Id, ct)) attachment.Forget();
    }

    private static async Task Worked(PersonId person, Session session, CancellationToken ct)
    {
        foreach (var technician in await AsTechnician.Of(person, session, ct))
        {
            List<VisitId> visits = [.. await session.Of<VisitAssignment>().Where(a => a.Resource == technician).Select(a => a.Visit).ToListAsync(ct)];
            foreach (var visit in await session.LoadAll<Visit>(v => visits.Contains(v.Id), ct)) session.Append(visit, visit.ForgetWhereabouts());
        }
    }
}

namespace Callout.WorkOrders;

/// <summary>What becomes of visits that are still open when their order stops.</summary>
internal static class OpenVisits
{
    public static async Task Cancel(WorkOrder order, string remark, Session session, CancellationToken ct)
    {
        foreach (var visit in (await Course.VisitsOf(order, session, ct)).Where(v => v.IsOpen))
        {
            session.Append(visit, visit.Cancel(remark));
            await Bookings.Free(visit, session, ct);
        }
    }

    /// <summary>Those that somebody has begun go on; the others give their time back unless they are to be kept.</summary>
    public static async Task Unschedule(WorkOrder order, IReadOnlyList<VisitId> keep, Session session, CancellationToken ct)
    {
        foreach (var visit in (await Course.VisitsOf(order, session, ct)).Where(v => v.Says == VisitSign.Booked && !keep.Contains(v.Id)))
        {
            session.Append(visit, visit.Unschedule());
            await Bookings.TakeAway(visit, session, ct);
        }
    }
}

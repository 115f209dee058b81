namespace Callout.WorkOrders;

/// <summary>Takes and frees people's time. The database refuses to give it twice; here the other visit is found, so that it can be named.</summary>
internal static class Bookings
{
    public static async Task Take(Visit visit, Booking booking, Session session, CancellationToken ct)
    {
        List<ResourceId> wanted = [booking.Lead, .. booking.Crew];
        await RefuseOverlap(visit, wanted, booking, session, ct);
        var known = await session.LoadAll<VisitAssignment>(a => a.Visit == visit.Id, ct);
        foreach (var assignment in known.Where(a => !wanted.Contains(a.Resource))) assignment.TakeAway();
        foreach (var resource in wanted) Assignment(visit, resource, known, session).Take(booking);
    }

    public static async Task Free(Visit visit, Session session, CancellationToken ct)
    {
        foreach (var assignment in await session.LoadAll<VisitAssignment>(a => a.Visit == visit.Id && a.Blocks, ct)) assignment.Free();
    }

    /// <summary>Nobody has the visit any more; it waits for another time.</summary>
    public static async Task TakeAway(Visit visit, Session session, CancellationToken ct)
    {
        foreach (var assignment in await session.LoadAll<VisitAssignment>(a => a.Visit == visit.Id && a.Blocks, ct)) assignment.TakeAway();
    }

    private static VisitAssignment Assignment(Visit visit, ResourceId resource, List<VisitAssignment> known, Session session)
    {
        if (known.FirstOrDefault(a => a.Resource == resource) is { } before) return before;
        var assignment = VisitAssignment.Of(session.New<VisitAssignmentId>(), visit, resource);
        session.Add(assignment);
        return assignment;
    }

    private static async Task RefuseOverlap(Visit visit, List<ResourceId> wanted, Booking booking, Session session, CancellationToken ct)
    {
        var from = booking.Start - Duration.FromMinutes(booking.TravelMinutes);
        var taken = await session.Of<VisitAssignment>()
            .Where(a => wanted.Contains(a.Resource) && a.Blocks && a.BusyFrom < booking.End && a.BusyTo > from && a.Visit != visit.Id)
            .OrderBy(a => a.BusyFrom).FirstOrDefaultAsync(ct);
        if (taken is null) return;
        var other = await session.Get<Visit, VisitId>(taken.Visit, ct);
        throw new Refusal("visit.overlaps", $"This time is taken: visit {other.Seq} of order {other.Job.Number} lasts, with the way there, from {taken.BusyFrom} to {taken.BusyTo} (visit {other.Id}).");
    }
}

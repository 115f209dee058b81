namespace Callout.WorkOrders;

/// <summary>What every command on an order or its visits ends with: the order follows its visits.</summary>
internal static class Course
{
    /// <param name="added">A visit or a proof that this command adds.</param>
    public static async Task Follow(WorkOrder order, Session session, CancellationToken ct, Entity? added = null)
    {
        var visits = await VisitsOf(order, session, ct, added);
        var missing = await Proofs.Missing(order, visits, session, ct, added);
        foreach (var happened in order.Follow(visits, missing.Count > 0, session.OccurredAt)) session.Append(order, happened);
    }

    public static async Task<List<Visit>> VisitsOf(WorkOrder order, Session session, CancellationToken ct, Entity? added = null)
    {
        var visits = await session.LoadAll<Visit>(v => v.WorkOrder == order.Id, ct);
        if (added is Visit visit) visits.Add(visit);
        return visits;
    }

    /// <summary>Whoever carries the order in hand learns what it says now.</summary>
    public static async Task Inform(WorkOrder order, Session session, CancellationToken ct)
    {
        foreach (var visit in (await VisitsOf(order, session, ct)).Where(v => v.IsOpen)) await Briefing.Give(visit, order, session, ct);
    }

    /// <summary>Sets the alarms of the promises that run. One that rings early, because its clock stood still meanwhile, does nothing.</summary>
    public static async Task Wind(WorkOrder order, Session session, CancellationToken ct)
    {
        foreach (var clock in order.Clocks.Where(c => c.State == ClockState.Running))
            await session.At(clock.Due, $"sla/{order.Id}/{clock.Kind}", new BreachClock(order.Id, clock.Kind), ct);
    }
}

namespace Callout.WorkOrders;

/// <summary>The audiences of a technician: the orders on which they have, or lately had, a visit.</summary>
internal static class CarriedOrders
{
    /// <summary>Technicians who carry the order in hand.</summary>
    public static Audience By(WorkOrderId? order) => new(order is null ? "" : $"order:{order}", View.Technician);

    public static async Task<IReadOnlyList<Audience>> Of(Reading reading, CancellationToken ct)
    {
        if (reading.Principal.Sight.Technician is not { } technician) return [];
        var since = reading.Now - Briefing.SeenFor;
        var orders = await reading.Of<VisitAssignment>().Where(a => a.Resource == technician && a.BusyTo > since && !a.TakenAway).Select(a => a.WorkOrder).Distinct().ToListAsync(ct);
        return [.. orders.Select(o => By(o))];
    }
}

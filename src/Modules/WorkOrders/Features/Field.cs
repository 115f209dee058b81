namespace Callout.WorkOrders;

/// <summary>The one way in which something reported from the field is taken in: recorded, compared with the plan, and followed by the order.</summary>
internal static class Field
{
    public static async Task<TFact> Report<TFact>(VisitId id, DevicePosition? where, Func<Visit, Tap, TFact> report, Session session, CancellationToken ct) where TFact : IFieldFact
    {
        var visit = await session.Load<Visit, VisitId>(id, ct);
        var order = await session.Load<WorkOrder, WorkOrderId>(visit.WorkOrder, ct);
        var fact = session.Append(visit, report(visit, TapOf(order, where, session)));
        if (fact.Deviation is { } deviation) session.Add(FieldDeviation.Of(session.New<FieldDeviationId>(), visit, deviation, session.OccurredAt));
        if (visit.Lead is null) await Bookings.TakeAway(visit, session, ct);
        else if (!visit.IsOpen) await Bookings.Free(visit, session, ct);
        await Course.Follow(order, session, ct);
        return fact;
    }

    public static Tap TapOf(WorkOrder order, DevicePosition? where, Session session) =>
        new(session.Principal.Sight.Technician, session.Principal.Key, session.OccurredAt, session.Now, session.CommandId, order.IsOpen, where);
}

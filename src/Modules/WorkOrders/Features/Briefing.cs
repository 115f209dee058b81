namespace Callout.WorkOrders;

/// <summary>Lets a visit's crew have in hand, without signal, where they go, whom they meet, what stands there, and what was done before.</summary>
internal static class Briefing
{
    /// <summary>How long after a visit its crew still sees the site and the order.</summary>
    public static readonly Duration SeenFor = Duration.FromDays(7);

    private const int PastAtMost = 5;

    public static async Task Give(Visit visit, WorkOrder order, Session session, CancellationToken ct)
    {
        visit.Inform(order, await Of(order, session, ct));
        if (order.Site is not { } site || visit.Lead is not { } lead || !(await Sites.Of([site], session, ct)).ContainsKey(site)) return;
        foreach (var technician in visit.Crew.Append(lead))
        {
            await session.Run<SiteShown>(new ShowSite(site, technician), ct);
            await session.At(visit.End!.Value + SeenFor, LeaveSite.Key(site, technician), new LeaveSite(site, technician), ct);
        }
    }

    private static async Task<Brief> Of(WorkOrder order, Reading reading, CancellationToken ct)
    {
        var past = await Past(order, reading, ct);
        if (order is not { WorkType: { } type, Revision: { } revision }) return Brief.None with { Past = past };
        var template = await WorkTypes.Template(type, revision, reading, ct);
        var name = await reading.Of<WorkType>().Where(t => t.Id == type).Select(t => t.Name).FirstOrDefaultAsync(ct);
        return new Brief(name, template.Checklist, template.Completion, template.Parts, past);
    }

    private static async Task<IReadOnlyList<PastJob>> Past(WorkOrder order, Reading reading, CancellationToken ct)
    {
        if (order.Asset is null && order.Site is null) return [];
        var orders = reading.Of<WorkOrder>().Where(o => o.Id != order.Id);
        orders = order.Asset is { } asset ? orders.Where(o => o.Asset == asset) : orders.Where(o => o.Site == order.Site);
        return await orders.Join(reading.Of<Visit>(), o => o.Id, v => v.WorkOrder, (o, v) => new { o, v })
            .Where(p => p.v.State == VisitState.Completed || p.v.State == VisitState.Incomplete || p.v.State == VisitState.NoAccess)
            .OrderByDescending(p => p.v.Start).ThenByDescending(p => p.v.Id).Take(PastAtMost)
            .Select(p => new PastJob(p.o.Number, p.v.Start, p.o.Summary, p.v.State, p.v.Outcome, p.o.Cause, p.o.Action))
            .ToListAsync(ct);
    }
}

namespace Callout.WorkOrders;

/// <summary>Hides a site from a technician some days after the last visit there. Where another visit was planned meanwhile, it waits for that.</summary>
public sealed record LeaveSite(SiteId Site, ResourceId Technician)
{
    internal static readonly LeaveSite Example = new(new(new("0199f3a0-0000-7000-8000-00000000a101")), PlanVisit.Example.Lead);

    internal static string Key(SiteId site, ResourceId technician) => $"leave-site/{site}/{technician}";

    internal static async Task<SiteLeft> Handle(LeaveSite command, Session session, CancellationToken ct)
    {
        var last = await session.Of<VisitAssignment>().Where(a => a.Resource == command.Technician)
            .Join(session.Of<WorkOrder>().Where(o => o.Site == command.Site), a => a.WorkOrder, o => o.Id, (a, _) => (Instant?)a.BusyTo).MaxAsync(ct);
        if (last + Briefing.SeenFor > session.Now)
        {
            await session.At(last!.Value + Briefing.SeenFor, Key(command.Site, command.Technician), command, ct);
            return new SiteLeft(false);
        }

        await session.Run<SiteHidden>(new HideSite(command.Site, command.Technician), ct);
        return new SiteLeft(true);
    }
}

/// <param name="Hidden">False when there is still something to do.</param>
public sealed record SiteLeft(bool Hidden);

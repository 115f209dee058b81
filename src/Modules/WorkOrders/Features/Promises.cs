using Callout.Contracts;

namespace Callout.WorkOrders;

/// <summary>What an order is promised and who pays: the contract's own policy before the policy that is meant most closely, and that before what the kind of work promises by itself.</summary>
internal static class Promises
{
    public static async Task Give(WorkOrder order, Session session, CancellationToken ct)
    {
        if (order is not { WorkType: { } type, Revision: { } revision }) return;
        var template = await WorkTypes.Template(type, revision, session, ct);
        var cover = await CoverOf(order, session, ct);
        var policy = cover?.Sla ?? await Sla.For(await Question(order, type, session, ct), session, ct);
        order.Promise(policy is { } chosen ? await Sla.Of(chosen, order.AskedAt, session, ct) : Own(template, order.Priority), cover, template.Billing);
        await Course.Wind(order, session, ct);
    }

    private static async Task<SlaQuestion> Question(WorkOrder order, WorkTypeId type, Session session, CancellationToken ct)
    {
        var code = await session.Of<WorkType>().Where(t => t.Id == type).Select(t => t.Code).FirstAsync(ct);
        return new(order.Priority.ToString(), [code, order.Kind.ToString()!], await Knows(order, session, ct) ? await Accounts.Family(order.Account!.Value, session, ct) : []);
    }

    // On the day it was asked for, on the site's calendar.
    private static async Task<CoverDecision?> CoverOf(WorkOrder order, Session session, CancellationToken ct)
    {
        if (!await Knows(order, session, ct)) return null;
        var site = Naming.Of(order.Site, await Naming.Asked([order.Site], ids => Sites.Of(ids, session, ct)));
        var asset = Naming.Of(order.Asset, await Naming.Asked([order.Asset], ids => Assets.Of(ids, session, ct)));
        var day = order.AskedAt.InZone(site?.Zone ?? DateTimeZone.Utc).Date;
        return await Cover.Of(new CoverQuestion(order.Account!.Value, day, site?.Id, asset?.Id), session, ct);
    }

    private static async Task<bool> Knows(WorkOrder order, Session session, CancellationToken ct) =>
        (await Naming.Asked([order.Account], ids => Accounts.Names(ids, session, ct))).Count > 0;

    private static SlaTerms Own(Template template, Priority priority)
    {
        List<Contracts.PauseReason> pausedBy = [.. template.PausedBy.Select(WorkOrder.Why)];
        return new(null, "", [.. template.Sla.Where(t => t.Priority == priority).Select(t => new SlaTerm((SlaKind)t.Clock, Duration.FromMinutes(t.Minutes), OpeningTimes.Always, pausedBy))], null);
    }
}

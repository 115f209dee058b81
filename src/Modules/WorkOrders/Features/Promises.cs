using Callout.Contracts;

namespace Callout.WorkOrders;

/// <summary>What an order is promised and who pays: the contract's own policy before the policy that is meant most closely, and that before what the kind of work promises by itself.</summary>
internal static class Promises
{
    public static async Task Give(WorkOrder order, Session session, CancellationToken ct)
    {
        if (order is not { WorkType: { } type, Revision: { } revision }) return;
        var template = await WorkTypes.Template(type, revision, session, ct);
        var cover = await CoverOf(order.Account, order.Site, order.Asset, order.AskedAt, session, ct);
        var policy = cover?.Sla ?? await Sla.For(await Question(order, type, session, ct), session, ct);
        order.Promise(policy is { } chosen ? await Sla.Of(chosen, order.AskedAt, session, ct) : Own(template, order.Priority), cover, template.Billing);
        await Course.Wind(order, session, ct);
    }

    /// <summary>
    /// By when somebody answers a request that is no order yet: as an order of the work that its symptom opens would promise; while it is not known which work it takes,
    /// the shortest that any of our kinds of work promises for such urgency.
    /// </summary>
    public static async Task Give(ServiceRequest request, Session session, CancellationToken ct)
    {
        var opens = await session.Of<FailureCode>().Where(c => c.Kind == CodeKind.Symptom && c.Code == request.Symptom).Select(c => c.Opens).FirstOrDefaultAsync(ct);
        var types = await session.Of<WorkType>().Where(t => opens == null ? !t.Retired : t.Id == opens).ToListAsync(ct);
        List<string> names = opens is null ? [] : [.. types.SelectMany(t => new[] { t.Code, t.Kind.ToString() })];
        var family = await Knows(request.Account, session, ct) ? await Accounts.Family(request.Account!.Value, session, ct) : [];
        var cover = await CoverOf(request.Account, request.Site, request.Asset, request.ReceivedAt, session, ct);
        var policy = cover?.Sla ?? await Sla.For(new(request.Wanted.ToString(), names, family), session, ct);
        var agreed = policy is { } chosen ? (await Sla.Of(chosen, request.ReceivedAt, session, ct)).Terms.FirstOrDefault(t => t.Kind == SlaKind.Response) : null;
        request.AnswerWithin(agreed?.Due(request.ReceivedAt, []) ?? request.ReceivedAt + Duration.FromMinutes(Shortest(types, request.Wanted)));
    }

    private static int Shortest(IReadOnlyList<WorkType> types, Priority priority) =>
        types.Select(t => t.Template).Append(Presets.Plain).Select(t => t.Sla.FirstOrDefault(s => s.Clock == ClockKind.Response && s.Priority == priority)?.Minutes)
            .OfType<int>().Take(Math.Max(1, types.Count)).Min();

    private static async Task<SlaQuestion> Question(WorkOrder order, WorkTypeId type, Session session, CancellationToken ct)
    {
        var code = await session.Of<WorkType>().Where(t => t.Id == type).Select(t => t.Code).FirstAsync(ct);
        return new(order.Priority.ToString(), [code, order.Kind.ToString()!], await Knows(order.Account, session, ct) ? await Accounts.Family(order.Account!.Value, session, ct) : []);
    }

    // On the day it was asked for, on the site's calendar.
    private static async Task<CoverDecision?> CoverOf(AccountId? account, SiteId? at, AssetId? what, Instant asked, Session session, CancellationToken ct)
    {
        if (account is not { } customer || !await Knows(account, session, ct)) return null;
        var site = Naming.Of(at, await Naming.Asked([at], ids => Sites.Of(ids, session, ct)));
        var asset = Naming.Of(what, await Naming.Asked([what], ids => Assets.Of(ids, session, ct)));
        var day = asked.InZone(site?.Zone ?? DateTimeZone.Utc).Date;
        return await Cover.Of(new CoverQuestion(customer, day, site?.Id, asset?.Id), session, ct);
    }

    private static async Task<bool> Knows(AccountId? account, Session session, CancellationToken ct) =>
        (await Naming.Asked([account], ids => Accounts.Names(ids, session, ct))).Count > 0;

    private static SlaTerms Own(Template template, Priority priority)
    {
        List<Contracts.PauseReason> pausedBy = [.. template.PausedBy.Select(WorkOrder.Why)];
        return new(null, "", [.. template.Sla.Where(t => t.Priority == priority).Select(t => new SlaTerm((SlaKind)t.Clock, Duration.FromMinutes(t.Minutes), OpeningTimes.Always, pausedBy))], null);
    }
}

namespace Callout.WorkOrders;

/// <summary>What was done for an order, for who must put a price on it.</summary>
/// <param name="TypeCode">The code of its work type, by which price lists name it.</param>
public sealed record WorkDone(
    WorkOrderId WorkOrder, long Number, BranchId Branch, AccountId? Account, SiteId? Site, AssetId? Asset, string? TypeCode, BillingRule Billing, string Summary, IReadOnlyList<VisitDone> Visits, ContactId? Contact = null)
{
    public Instant? EndedAt => Visits.Max(v => v.EndedAt);

    /// <summary>The same without those visits.</summary>
    public WorkDone Without(IEnumerable<VisitId> visits) => this with { Visits = [.. Visits.ExceptBy(visits, v => v.Visit)] };

    public static async Task<WorkDone> Of(WorkOrderId id, Reading reading, CancellationToken ct)
    {
        var order = await reading.Get<WorkOrder, WorkOrderId>(id, ct);
        var visits = await reading.Of<Visit>().Where(v => v.WorkOrder == id).OrderBy(v => v.Seq).ToListAsync(ct);
        var code = order.WorkType is { } type ? await reading.Of<WorkType>().Where(t => t.Id == type).Select(t => t.Code).FirstOrDefaultAsync(ct) : null;
        return new(id, order.Number, order.Branch, order.Account, order.Site, order.Asset, code, order.Billing, order.Summary, [.. visits.Where(v => v.HasEnded).Select(VisitDone.Of)], order.Contact);
    }
}

/// <param name="People">Who worked at the same time.</param>
public sealed record VisitDone(VisitId Visit, int Seq, int People, Duration Travel, Duration Work, Instant? EndedAt, IReadOnlyList<UsedPart> Parts, IReadOnlyList<ApprovedExtra> Extras)
{
    internal static VisitDone Of(Visit visit)
    {
        var times = VisitTimes.Of(visit.Steps);
        return new(visit.Id, visit.Seq, 1 + visit.Crew.Count, times.Travel ?? Duration.Zero, times.Work ?? Duration.Zero, visit.EndedAt, visit.Parts, visit.Extras);
    }
}

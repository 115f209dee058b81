namespace Callout.WorkOrders;

/// <summary>What other modules must know of a visit to speak to the customer about it.</summary>
/// <param name="Number">The order's.</param>
public sealed record VisitSummary(
    VisitId Id, WorkOrderId WorkOrder, BranchId Branch, long Number, string Summary, VisitState State, ResourceId? Lead, Instant? Start, Instant? End, int TravelMinutes,
    AccountId? Account, SiteId? Site, ContactId? Contact, string? ContactName, string? ContactPhone, VisitOutcome? Outcome, IReadOnlyList<VisitStep> Steps, int Answers, bool Signed)
{
    /// <summary>Null while it has not become so.</summary>
    public Instant? At(VisitState state) => Steps.LastOrDefault(s => s.State == state)?.At;
}

/// <summary>What other modules ask about visits.</summary>
public static class Visits
{
    public static async Task<VisitSummary> Of(VisitId id, Reading reading, CancellationToken ct)
    {
        var visit = await reading.Get<Visit, VisitId>(id, ct);
        return Summary(visit, await reading.Get<WorkOrder, WorkOrderId>(visit.WorkOrder, ct));
    }

    internal static Task<bool> IsTravelling(ResourceId technician, Reading reading, CancellationToken ct) =>
        reading.Of<Visit>().AnyAsync(v => v.Lead == technician && v.State == VisitState.EnRoute, ct);

    private static VisitSummary Summary(Visit v, WorkOrder o) => new(
        v.Id, o.Id, v.Branch, o.Number, o.Summary, v.State, v.Lead, v.Start, v.End, v.TravelMinutes,
        o.Account, o.Site, o.Contact, o.ContactName, o.ContactPhone, v.Outcome, v.Steps, v.Answers.Count, v.Signature is not null);
}

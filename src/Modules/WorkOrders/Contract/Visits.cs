namespace Callout.WorkOrders;

/// <summary>What other modules must know of a visit to speak to the customer about it.</summary>
/// <param name="Number">The order's.</param>
public sealed record VisitSummary(
    VisitId Id, WorkOrderId WorkOrder, BranchId Branch, long Number, string Summary, VisitState State, ResourceId? Lead, IReadOnlyList<ResourceId> Crew, Instant? Start, Instant? End, int TravelMinutes,
    AccountId? Account, SiteId? Site, ContactId? Contact, string? ContactName, string? ContactPhone, VisitOutcome? Outcome, IReadOnlyList<VisitStep> Steps, int Answers, bool Signed)
{
    /// <summary>The lead first.</summary>
    public IReadOnlyList<ResourceId> Everyone => Lead is { } lead ? [lead, .. Crew] : Crew;

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

    /// <summary>The orders that this person asked for: a contact, a customer who is a person, or a caller of whom only the request is known and who goes by its id.</summary>
    public static async Task<IReadOnlyList<WorkOrderId>> AskedBy(PersonId person, Reading reading, CancellationToken ct)
    {
        var (contact, request, account) = (ContactId.From(person.Value), ServiceRequestId.From(person.Value), await Accounts.OfPerson(person, reading, ct));
        var ordered = await reading.Of<ServiceRequest>()
            .Where(r => (r.Contact == contact || r.Id == request || account != null && r.Account == account) && r.State == RequestState.Ordered && r.WorkOrder != null)
            .Select(r => r.WorkOrder!.Value).ToListAsync(ct);
        var named = await reading.Of<WorkOrder>().Where(o => o.Contact == contact || account != null && o.Account == account).Select(o => o.Id).ToListAsync(ct);
        return [.. ordered.Union(named)];
    }

    internal static Task<bool> IsTravelling(ResourceId technician, Reading reading, CancellationToken ct) =>
        reading.Of<Visit>().AnyAsync(v => v.Lead == technician && v.State == VisitState.EnRoute, ct);

    private static VisitSummary Summary(Visit v, WorkOrder o) => new(
        v.Id, o.Id, v.Branch, o.Number, o.Summary, v.State, v.Lead, v.Crew, v.Start, v.End, v.TravelMinutes,
        o.Account, o.Site, o.Contact, o.ContactName, o.ContactPhone, v.Outcome, v.Steps, v.Answers.Count, v.Signature is not null);
}

using Callout.Contracts;

namespace Callout.WorkOrders;

/// <summary>Everything about one order: what was asked, where it stands, what may be done, who did what when.</summary>
/// <param name="Person">The contact; <paramref name="ContactName"/> is for who is no contact of the account yet.</param>
/// <param name="Equipment">The assets that are in sight.</param>
public sealed record WorkOrderPage(
    WorkOrderId Id, long Number, long Version, BranchId Branch, WorkOrderState State, Bucket Bucket, HoldReason? HoldReason, string? Remark, IReadOnlyList<WorkOrderMove> Allowed,
    Priority Priority, string? PriorityReason, WorkTypeLine? WorkType, BillingRule Billing, string Summary, string? Instructions, IReadOnlyList<string> Safety,
    AccountId? Account, string? AccountName, SiteId? Site, SiteSummary? Place, ContactId? Contact, ContactSummary? Person, string? ContactName, string? ContactPhone,
    IReadOnlyList<AssetId> Assets, IReadOnlyList<EquipmentLine> Equipment, IReadOnlyDictionary<string, string> Fields,
    Instant? WindowFrom, Instant? WindowTo, FoundCodes Codes, Approval? Approval, IReadOnlyList<string> Unknown, IReadOnlyList<string> Missing, Template? Template,
    IReadOnlyList<ClockLine> Clocks, PromiseLine? Promise, CoverDecision? Cover, RequestLine? Request, IReadOnlyList<ServiceRequestId> Merged, IReadOnlyList<VisitLine> Visits, IReadOnlyList<NoteLine> Notes, IReadOnlyList<AttachmentLine> Attachments,
    IReadOnlyList<DeviationLine> Deviations, IReadOnlyList<HappenedLine> Timeline);

public sealed record WorkTypeLine(WorkTypeId Id, string Code, string Name, WorkKind Kind, int Revision, int Minutes, bool Retired);

public sealed record FoundCodes(string? Symptom, string? Problem, string? Cause, string? Action);

public sealed record Approval(string By, string? ByName, Instant At);

/// <param name="UnderWarranty">Today, on the site's calendar.</param>
public sealed record EquipmentLine(AssetId Id, string Name, string? Maker, string? Model, string? Serial, AssetStatus Status, Warranty? Warranty, bool UnderWarranty);

public sealed record CrewLine(ResourceId Id, string? Name);

/// <param name="UsedMinutes">Of opening time, without what is excluded.</param>
/// <param name="LateMinutes">Of opening time after it was due.</param>
/// <param name="Penalty">What being late has cost so far.</param>
public sealed record ClockLine(ClockKind Clock, ClockState State, Instant Started, int AllowedMinutes, long UsedMinutes, Instant Due, bool Breached, Instant? Met,
    IReadOnlyList<ExcludedTime> Excluded, long LateMinutes, Money? Penalty);

/// <summary>A time that a promise did not count, and why; without an end it still does not.</summary>
public sealed record ExcludedTime(Contracts.PauseReason Reason, Instant From, Instant? Until);

/// <summary>By which policy; none, when the kind of work promises it by itself.</summary>
public sealed record PromiseLine(SlaPolicyId? Policy, string? Name, SlaPenalty? Penalty);

public sealed record VisitLine(
    VisitId Id, int Seq, VisitState State, ResourceId? Lead, string? Technician, IReadOnlyList<CrewLine> Crew, Instant? Start, Instant? End, int TravelMinutes, VisitOutcome? Outcome, string? Reason, string? Remark,
    IReadOnlyList<VisitMove> Allowed, IReadOnlyList<VisitStep> Steps, VisitTimes Times, IReadOnlyList<ChecklistAnswer> Answers, Signature? Signature, long Version,
    IReadOnlyList<UsedPart> Parts, IReadOnlyList<ApprovedExtra> Extras);

public sealed record NoteLine(NoteId Id, string Text, bool Shared, VisitId? Visit, string By, string? ByName, Instant At);

public sealed record AttachmentLine(AttachmentId Id, string Hash, string Name, string MediaType, AttachmentTag Tag, VisitId? Visit, string By, string? ByName, Instant At, Instant? TakenAt, bool Here);

public sealed record DeviationLine(FieldDeviationId Id, WorkOrderId WorkOrder, VisitId Visit, Deviation Kind, Instant OccurredAt, string? SettledBy, string? SettledByName, string? Remark);

/// <param name="OccurredAt">By the clock of the device, corrected.</param>
/// <param name="Where">Where the device was, if it said so.</param>
public sealed record HappenedLine(long Pos, string What, string Subject, string Who, string? WhoName, Guid? Device, Instant At, Instant OccurredAt, TimeQuality Quality, string Body, DevicePosition? Where);

public sealed record GetWorkOrder(WorkOrderId Id)
{
    internal static async Task<WorkOrderPage> Handle(GetWorkOrder query, Reading reading, CancellationToken ct)
    {
        var order = await reading.Get<WorkOrder, WorkOrderId>(query.Id, ct);
        return await OrderPage.Of(order, reading, ct);
    }
}

namespace Callout.WorkOrders;

/// <summary>Everything about one order: what was asked, where it stands, what may be done, who did what when.</summary>
public sealed record WorkOrderPage(
    WorkOrderId Id, long Number, long Version, BranchId Branch, WorkOrderState State, Bucket Bucket, HoldReason? HoldReason, string? Remark, IReadOnlyList<WorkOrderMove> Allowed,
    Priority Priority, string? PriorityReason, WorkTypeLine? WorkType, BillingRule Billing, string Summary, string? Instructions, IReadOnlyList<string> Safety,
    AccountId? Account, SiteId? Site, ContactId? Contact, string? ContactName, string? ContactPhone, IReadOnlyList<AssetId> Assets, IReadOnlyDictionary<string, string> Fields,
    Instant? WindowFrom, Instant? WindowTo, FoundCodes Codes, Approval? Approval, IReadOnlyList<string> Unknown, IReadOnlyList<string> Missing, Template? Template,
    IReadOnlyList<ClockLine> Clocks, RequestLine? Request, IReadOnlyList<ServiceRequestId> Merged, IReadOnlyList<VisitLine> Visits, IReadOnlyList<NoteLine> Notes, IReadOnlyList<AttachmentLine> Attachments,
    IReadOnlyList<DeviationLine> Deviations, IReadOnlyList<HappenedLine> Timeline);

public sealed record WorkTypeLine(WorkTypeId Id, string Code, string Name, WorkKind Kind, int Revision, int Minutes, bool Retired);

public sealed record FoundCodes(string? Symptom, string? Problem, string? Cause, string? Action);

public sealed record Approval(string By, Instant At);

public sealed record ClockLine(ClockKind Clock, ClockState State, Instant Started, int AllowedMinutes, long UsedMinutes, Instant Due, bool Breached, Instant? Met);

public sealed record VisitLine(
    VisitId Id, int Seq, VisitState State, ResourceId? Lead, IReadOnlyList<ResourceId> Crew, Instant? Start, Instant? End, int TravelMinutes, VisitOutcome? Outcome, string? Reason, string? Remark,
    IReadOnlyList<VisitMove> Allowed, IReadOnlyList<VisitStep> Steps, VisitTimes Times, IReadOnlyList<ChecklistAnswer> Answers, Signature? Signature, long Version);

public sealed record NoteLine(NoteId Id, string Text, bool Shared, VisitId? Visit, string By, Instant At);

public sealed record AttachmentLine(AttachmentId Id, string Hash, string Name, string MediaType, AttachmentTag Tag, VisitId? Visit, string By, Instant At, Instant? TakenAt, bool Here);

public sealed record DeviationLine(FieldDeviationId Id, WorkOrderId WorkOrder, VisitId Visit, Deviation Kind, Instant OccurredAt, string? SettledBy, string? Remark);

/// <param name="OccurredAt">By the clock of the device, corrected.</param>
/// <param name="Where">Where the device was, if it said so.</param>
public sealed record HappenedLine(long Pos, string What, string Subject, string Who, Guid? Device, Instant At, Instant OccurredAt, TimeQuality Quality, string Body, DevicePosition? Where);

public sealed record GetWorkOrder(WorkOrderId Id)
{
    internal static async Task<WorkOrderPage> Handle(GetWorkOrder query, Reading reading, CancellationToken ct)
    {
        var order = await reading.Get<WorkOrder, WorkOrderId>(query.Id, ct);
        return await OrderPage.Of(order, reading, ct);
    }
}

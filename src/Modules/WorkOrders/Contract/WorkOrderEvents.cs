namespace Callout.WorkOrders;

/// <summary>A request became work. The number is the one that people say to each other, gapless in its branch.</summary>
[Event("work-order.opened")]
public sealed record WorkOrderOpened(WorkOrderId WorkOrder, ServiceRequestId? Request, long Number) : IEvent;

/// <summary>It is known what kind of work it is, where, and how urgent; the state is what follows from that.</summary>
[Event("work-order.triaged")]
public sealed record WorkOrderTriaged(WorkOrderId WorkOrder, WorkTypeId WorkType, int Revision, Priority Priority, WorkOrderState State) : IEvent;

[Event("work-order.described")]
public sealed record WorkOrderDescribed(WorkOrderId WorkOrder) : IEvent;

/// <summary>Someone judged the urgency otherwise than the rule did; the reason is kept on the order.</summary>
[Event("work-order.prioritised")]
public sealed record WorkOrderPrioritised(WorkOrderId WorkOrder, Priority From, Priority To) : IEvent;

[Event("work-order.approved")]
public sealed record WorkOrderApproved(WorkOrderId WorkOrder) : IEvent;

[Event("work-order.rejected")]
public sealed record WorkOrderRejected(WorkOrderId WorkOrder) : IEvent;

/// <summary>Its visits have brought it there, as the published table says.</summary>
[Event("work-order.moved")]
public sealed record WorkOrderMoved(WorkOrderId WorkOrder, WorkOrderState From, WorkOrderState To) : IEvent;

[Event("work-order.held")]
public sealed record WorkOrderHeld(WorkOrderId WorkOrder, HoldReason Reason) : IEvent;

[Event("work-order.released")]
public sealed record WorkOrderReleased(WorkOrderId WorkOrder, HoldReason Reason, WorkOrderState To) : IEvent;

/// <summary>Every visit is done, the last of them fixed it, and the evidence is whole.</summary>
[Event("work-order.completed")]
public sealed record WorkOrderCompleted(WorkOrderId WorkOrder) : IEvent;

[Event("work-order.sent-back")]
public sealed record WorkOrderSentBack(WorkOrderId WorkOrder, VisitId FollowUp) : IEvent;

/// <summary>The review accepted the work; nothing about it changes any more.</summary>
[Event("work-order.closed")]
public sealed record WorkOrderClosed(WorkOrderId WorkOrder, BillingRule Billing) : IEvent;

[Event("work-order.given-up")]
public sealed record WorkOrderGivenUp(WorkOrderId WorkOrder) : IEvent;

[Event("work-order.cancelled")]
public sealed record WorkOrderCancelled(WorkOrderId WorkOrder) : IEvent;

/// <summary>Symptom, problem, cause and action as codes, for reports.</summary>
[Event("work-order.coded")]
public sealed record WorkOrderCoded(WorkOrderId WorkOrder, [property: NotPersonal] string? Symptom, [property: NotPersonal] string? Problem, [property: NotPersonal] string? Cause, [property: NotPersonal] string? Action) : IEvent;

/// <summary>What was promised was not kept in time. Once so, always so.</summary>
[Event("sla.breached")]
public sealed record SlaBreached(WorkOrderId WorkOrder, ClockKind Clock, Instant Due) : IEvent;

[Event("sla.met")]
public sealed record SlaMet(WorkOrderId WorkOrder, ClockKind Clock, Instant Due, Instant Met) : IEvent;

/// <summary>What it said about a person was erased.</summary>
[Event("work-order.forgotten")]
public sealed record WorkOrderForgotten(WorkOrderId WorkOrder) : IEvent;

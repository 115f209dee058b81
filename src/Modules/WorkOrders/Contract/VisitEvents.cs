namespace Callout.WorkOrders;

/// <summary>A visit has a time and a technician.</summary>
[Event("visit.planned")]
public sealed record VisitPlanned(VisitId Visit, WorkOrderId WorkOrder, ResourceId Lead, Instant Start, Instant End) : IEvent;

/// <summary>Another technician goes.</summary>
[Event("visit.reassigned")]
public sealed record VisitReassigned(VisitId Visit, WorkOrderId WorkOrder, ResourceId? From, ResourceId To) : IEvent;

/// <summary>A visit is wanted, without a time yet.</summary>
[Event("visit.wanted")]
public sealed record VisitWanted(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

[Event("visit.rescheduled")]
public sealed record VisitRescheduled(VisitId Visit, WorkOrderId WorkOrder, ResourceId Lead, Instant Start, Instant End) : IEvent;

[Event("visit.unscheduled")]
public sealed record VisitUnscheduled(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

/// <summary>Sent out although somebody of the crew lacks a skill or certificate. Why stands on the visit.</summary>
[Event("visit.fitness-overridden")]
public sealed record VisitFitnessOverridden(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

/// <summary>Booked although somebody of the crew does not work then. Why stands on the visit.</summary>
[Event("visit.hours-overridden")]
public sealed record VisitHoursOverridden(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

/// <summary>It has been sent to the technician's phone.</summary>
[Event("visit.dispatched")]
public sealed record VisitDispatched(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

/// <summary>The technician has neither taken nor declined it in the time that its work type gives.</summary>
[Event("visit.unanswered")]
public sealed record VisitUnanswered(VisitId Visit, WorkOrderId WorkOrder, ResourceId Lead) : IEvent;

[Event("visit.cancelled")]
public sealed record VisitCancelled(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

/// <summary>An offered time was not taken in time.</summary>
[Event("visit.expired")]
public sealed record VisitExpired(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

/// <summary>A tap by mistake was put right; <c>At</c> is when it truly became so.</summary>
[Event("visit.corrected")]
public sealed record VisitCorrected(VisitId Visit, WorkOrderId WorkOrder, VisitState From, VisitState To, Instant At) : IEvent;

[Event("visit.checklist-answered")]
public sealed record ChecklistAnswered(VisitId Visit, WorkOrderId WorkOrder, [property: NotPersonal] string Item, bool InLimits) : IEvent;

/// <summary>What it said about a person was erased.</summary>
[Event("visit.forgotten")]
public sealed record VisitForgotten(VisitId Visit, WorkOrderId WorkOrder) : IEvent;

[Event("visit.signed")]
public sealed record VisitSigned(VisitId Visit, WorkOrderId WorkOrder, [property: NotPersonal] string ShownHash) : IEvent;

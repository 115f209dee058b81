namespace Callout.WorkOrders;

// Facts from the field. When each happened is the entry's OccurredAt, with its quality; the body says only what.

/// <summary>What happened on a visit, and in what it differs from the plan.</summary>
public interface IFieldFact : IEvent
{
    VisitId Visit { get; }

    WorkOrderId WorkOrder { get; }

    Deviation? Deviation { get; }
}

/// <summary>The technician takes it.</summary>
[Event("visit.accepted")]
public sealed record VisitAccepted(VisitId Visit, WorkOrderId WorkOrder, Deviation? Deviation) : IFieldFact;

/// <summary>The technician cannot take it; it waits for another.</summary>
[Event("visit.declined")]
public sealed record VisitDeclined(VisitId Visit, WorkOrderId WorkOrder, ResourceId? By, Deviation? Deviation) : IFieldFact;

[Event("visit.travelling")]
public sealed record VisitTravelling(VisitId Visit, WorkOrderId WorkOrder, Deviation? Deviation) : IFieldFact;

[Event("visit.arrived")]
public sealed record VisitArrived(VisitId Visit, WorkOrderId WorkOrder, Deviation? Deviation) : IFieldFact;

[Event("visit.work-started")]
public sealed record VisitWorkStarted(VisitId Visit, WorkOrderId WorkOrder, Deviation? Deviation) : IFieldFact;

[Event("visit.paused")]
public sealed record VisitPaused(VisitId Visit, WorkOrderId WorkOrder, PauseReason Reason, Deviation? Deviation) : IFieldFact;

/// <summary>Work on site is done.</summary>
[Event("visit.completed")]
public sealed record VisitCompleted(VisitId Visit, WorkOrderId WorkOrder, VisitOutcome Outcome, Deviation? Deviation) : IFieldFact;

/// <summary>It could not be finished; the order returns to the queue with the reason.</summary>
[Event("visit.incomplete")]
public sealed record VisitIncomplete(VisitId Visit, WorkOrderId WorkOrder, IncompleteReason Reason, Deviation? Deviation) : IFieldFact;

[Event("visit.no-access")]
public sealed record VisitHadNoAccess(VisitId Visit, WorkOrderId WorkOrder, NoAccessReason Reason, Deviation? Deviation) : IFieldFact;

/// <summary>Someone in the office looked at what differed from the plan.</summary>
[Event("visit.deviation-settled")]
public sealed record DeviationSettled(FieldDeviationId Deviation, VisitId Visit, Deviation Kind) : IEvent;

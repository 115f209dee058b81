namespace Callout.WorkOrders;

/// <summary>A visit has a time and a technician.</summary>
[Event("visit.planned")]
public sealed record VisitPlanned(VisitId Visit, WorkOrderId WorkOrder, ResourceId Lead, Instant Start, Instant End) : IEvent;

/// <summary>Another technician goes.</summary>
[Event("visit.reassigned")]
public sealed record VisitReassigned(VisitId Visit, WorkOrderId WorkOrder, ResourceId? From, ResourceId To) : IEvent;

/// <summary>Work on site is done. When it happened is the entry's <c>OccurredAt</c>, with its quality; the body says only what.</summary>
[Event("visit.completed")]
public sealed record VisitCompleted(VisitId Visit, WorkOrderId WorkOrder, VisitOutcome Outcome, Deviation? Deviation) : IEvent;

public enum VisitState
{
    Scheduled,
    Completed,
}

public enum VisitOutcome
{
    Fixed,
    FollowUpNeeded,
}

/// <summary>What happened in the field differs from what the office had planned meanwhile; someone in the office settles it.</summary>
public enum Deviation
{
    DoneByAnother,
}

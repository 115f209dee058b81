namespace Callout.WorkOrders;

public enum WorkOrderState
{
    Draft,
    Triaged,
    AwaitingApproval,
    Ready,
    Scheduled,
    InProgress,
    OnHold,
    Completed,
    Closed,
    CannotComplete,
    Cancelled,
}

/// <summary>The six words that a whole office shares. Every order is in exactly one.</summary>
public enum Bucket
{
    Open,
    Assigned,
    InProgress,
    WaitingForParts,
    Completed,
    Closed,
}

public enum HoldReason
{
    WaitingParts,
    Customer,
    Access,
    Approval,
    Payment,
    Weather,
}

/// <summary>Drives the SLA, the order of the queue and the colour. The most urgent comes first.</summary>
public enum Priority
{
    Emergency,
    High,
    Normal,
    Low,
}

/// <summary>What may be done to an order; which of it when is said by <see cref="GetWorkOrderMoves"/>.</summary>
public enum WorkOrderMove
{
    Triage,
    Approve,
    Reject,
    Plan,
    Hold,
    Release,
    GiveUp,
    Close,
    SendBack,
    Cancel,
}

namespace Callout.WorkOrders;

/// <summary>Someone asked for something, through whichever channel.</summary>
[Event("request.received")]
public sealed record RequestReceived(ServiceRequestId Request, Channel Channel, Urgency Urgency, long Number) : IEvent;

/// <summary>Someone is in danger or a whole service is down: whoever is on duty is told at once.</summary>
[Event("request.emergency-raised")]
public sealed record EmergencyRaised(ServiceRequestId Request) : IEvent;

/// <summary>What is asked for became clearer: who, where, which asset, which symptom.</summary>
[Event("request.described")]
public sealed record RequestDescribed(ServiceRequestId Request) : IEvent;

/// <summary>The customer must say more first; the request keeps its place in the queue.</summary>
[Event("request.asked")]
public sealed record RequestAsked(ServiceRequestId Request) : IEvent;

[Event("request.answered")]
public sealed record RequestAnswered(ServiceRequestId Request) : IEvent;

/// <summary>The same thing was already ordered; that order now answers this request too.</summary>
[Event("request.merged")]
public sealed record RequestMerged(ServiceRequestId Request, WorkOrderId Into) : IEvent;

/// <summary>It became an order.</summary>
[Event("request.ordered")]
public sealed record RequestOrdered(ServiceRequestId Request, WorkOrderId WorkOrder) : IEvent;

/// <summary>Who asked was erased.</summary>
[Event("request.forgotten")]
public sealed record RequestForgotten(ServiceRequestId Request) : IEvent;

[Event("request.declined")]
public sealed record RequestDeclined(ServiceRequestId Request, DeclineReason Reason) : IEvent;

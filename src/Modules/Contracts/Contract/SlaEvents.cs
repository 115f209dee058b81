namespace Callout.Contracts;

[Event("sla-policy.added")]
public sealed record SlaPolicyAdded(SlaPolicyId Policy) : IEvent;

/// <summary>Work that is promised something from now on is promised this; what was promised before stands.</summary>
[Event("sla-policy.changed")]
public sealed record SlaPolicyChanged(SlaPolicyId Policy) : IEvent;

[Event("sla-policy.retired")]
public sealed record SlaPolicyRetired(SlaPolicyId Policy) : IEvent;

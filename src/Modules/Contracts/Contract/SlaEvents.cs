namespace Callout.Contracts;

[Event("sla-policy.added")]
public sealed record SlaPolicyAdded(SlaPolicyId Policy) : IEvent;

/// <summary>Clocks that run under it are due at other times from now on.</summary>
[Event("sla-policy.changed")]
public sealed record SlaPolicyChanged(SlaPolicyId Policy) : IEvent;

[Event("sla-policy.retired")]
public sealed record SlaPolicyRetired(SlaPolicyId Policy) : IEvent;

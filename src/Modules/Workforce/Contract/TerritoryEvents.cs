namespace Callout.Workforce;

[Event("territory.added")]
public sealed record TerritoryAdded(TerritoryId Territory, BranchId Branch, [property: NotPersonal] string Name) : IEvent;

[Event("territory.redrawn")]
public sealed record TerritoryRedrawn(TerritoryId Territory) : IEvent;

namespace Callout.Workforce;

[Event("vehicle.added")]
public sealed record VehicleAdded(ResourceId Vehicle, BranchId Branch, [property: NotPersonal] string Plate) : IEvent;

/// <summary>Handed to a technician, or back to the yard.</summary>
[Event("vehicle.handed")]
public sealed record VehicleHanded(ResourceId Vehicle, ResourceId? Driver) : IEvent;

[Event("vehicle.retired")]
public sealed record VehicleRetired(ResourceId Vehicle) : IEvent;

namespace Callout.Workforce;

public sealed record VehicleLine(ResourceId Id, BranchId Branch, string Name, string Plate, ResourceId? Driver, bool Retired);

public sealed record FindVehicles(BranchId? Branch, Guid? After, int? Limit)
{
    internal static Task<Page<VehicleLine>> Handle(FindVehicles query, Reading reading, CancellationToken ct)
    {
        var vehicles = reading.Of<Vehicle>();
        if (query.Branch is { } branch) vehicles = vehicles.Where(v => v.Branch == branch);
        return vehicles.Page<Vehicle, ResourceId, VehicleLine>(query.After, query.Limit, v => new VehicleLine(v.Id, v.Branch, v.Name, v.Plate, v.Driver, v.Retired), ct);
    }
}

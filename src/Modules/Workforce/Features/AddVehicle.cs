namespace Callout.Workforce;

[Refuses("vehicle.name", "vehicle.plate")]
public sealed record AddVehicle(ResourceId Vehicle, BranchId Branch, string Name, string Plate)
{
    internal static readonly AddVehicle Example = new(new(new("0199f3a0-0000-7000-8000-00000000e701")), AddTechnician.Example.Branch, "Van 3", "KDA 123A");

    internal static Task<VehicleAdded> Handle(AddVehicle command, Session session, CancellationToken ct)
    {
        var (vehicle, added) = Workforce.Vehicle.Add(command.Vehicle, command.Branch, command.Name, command.Plate);
        return Task.FromResult(session.Add(vehicle, added));
    }
}

namespace Callout.Workforce;

/// <summary>To a technician of its branch, who then drives no other; or back to the yard.</summary>
[Refuses("vehicle.retired", "vehicle.elsewhere")]
public sealed record HandVehicle(ResourceId Vehicle, ResourceId? Driver = null)
{
    internal static readonly HandVehicle Example = new(AddVehicle.Example.Vehicle, AddTechnician.Example.Technician);

    internal static async Task<VehicleHanded> Handle(HandVehicle command, Session session, CancellationToken ct)
    {
        var vehicle = await session.Load<Vehicle, ResourceId>(command.Vehicle, ct);
        if (command.Driver is { } driver)
        {
            var technician = await session.Get<Technician, ResourceId>(driver, ct);
            Refusal.If(technician.Branch != vehicle.Branch, "vehicle.elsewhere", "The vehicle and the technician belong to different branches.");
            foreach (var other in await session.LoadAll<Vehicle>(v => v.Driver == driver && v.Id != vehicle.Id, ct)) session.Append(other, other.HandTo(null));
        }

        return session.Append(vehicle, vehicle.HandTo(command.Driver));
    }
}

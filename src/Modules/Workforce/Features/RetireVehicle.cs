namespace Callout.Workforce;

[Refuses("vehicle.retired")]
public sealed record RetireVehicle(ResourceId Vehicle)
{
    internal static readonly RetireVehicle Example = new(AddVehicle.Example.Vehicle);

    internal static async Task<VehicleRetired> Handle(RetireVehicle command, Session session, CancellationToken ct)
    {
        var vehicle = await session.Load<Vehicle, ResourceId>(command.Vehicle, ct);
        return session.Append(vehicle, vehicle.Retire());
    }
}

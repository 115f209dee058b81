namespace Callout.Workforce;

internal sealed record VehicleShape(BranchId Branch, string Name, string Plate, ResourceId? Driver);

internal static class VehicleDocument
{
    public static IEnumerable<Audience> Audiences(Vehicle vehicle) => [Audience.Branch(vehicle.Branch), Audience.HeadOffice, Audience.Technician(vehicle.Driver)];

    public static Shapes Shapes(Vehicle v)
    {
        if (v.Retired) return Kernel.Shapes.None;
        var shape = new VehicleShape(v.Branch, v.Name, v.Plate, v.Driver);
        return new() { Office = shape, Technician = shape };
    }
}

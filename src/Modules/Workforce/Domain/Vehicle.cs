namespace Callout.Workforce;

internal sealed class Vehicle : Entity<ResourceId>, IInBranch
{
    public BranchId Branch { get; private init; }

    public string Name { get; private init; } = "";

    public string Plate { get; private init; } = "";

    public ResourceId? Driver { get; private set; }

    public bool Retired { get; private set; }

    public static (Vehicle, VehicleAdded) Add(ResourceId id, BranchId branch, string name, string plate)
    {
        Refusal.If(name.Trim().Length is 0 or > 80, "vehicle.name", "Name the vehicle in at most 80 characters.");
        Refusal.If(plate.Trim().Length is 0 or > 20, "vehicle.plate", "Give its number plate, in at most 20 characters.");
        return (new() { Id = id, Branch = branch, Name = name.Trim(), Plate = plate.Trim() }, new VehicleAdded(id, branch, plate.Trim()));
    }

    public VehicleHanded HandTo(ResourceId? driver)
    {
        Refusal.If(Retired, "vehicle.retired", "This vehicle has been retired.");
        Driver = driver;
        return new VehicleHanded(Id, driver);
    }

    public VehicleRetired Retire()
    {
        Refusal.If(Retired, "vehicle.retired", "This vehicle has been retired.");
        (Retired, Driver) = (true, null);
        return new VehicleRetired(Id);
    }
}

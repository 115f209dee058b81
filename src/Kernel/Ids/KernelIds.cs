namespace Callout.Kernel;

// The ids that rights, audiences and the ledger speak of. The rows behind them belong to the modules.

public readonly record struct PersonId(Guid Value) : IId<PersonId>
{
    public static PersonId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct BranchId(Guid Value) : IId<BranchId>
{
    public static BranchId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct TerritoryId(Guid Value) : IId<TerritoryId>
{
    public static TerritoryId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A technician, contractor, vehicle or piece of equipment that can be planned.</summary>
public readonly record struct ResourceId(Guid Value) : IId<ResourceId>
{
    public static ResourceId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A customer's account.</summary>
public readonly record struct AccountId(Guid Value) : IId<AccountId>
{
    public static AccountId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct DeviceId(Guid Value) : IId<DeviceId>
{
    public static DeviceId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

namespace Callout.Customers;

public readonly record struct ContactId(Guid Value) : IId<ContactId>
{
    public static ContactId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct SiteId(Guid Value) : IId<SiteId>
{
    public static SiteId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct AssetId(Guid Value) : IId<AssetId>
{
    public static AssetId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A site shown to one technician.</summary>
public readonly record struct ShowingId(Guid Value) : IId<ShowingId>
{
    public static ShowingId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>Two accounts that only look alike.</summary>
public readonly record struct ToldApartId(Guid Value) : IId<ToldApartId>
{
    public static ToldApartId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

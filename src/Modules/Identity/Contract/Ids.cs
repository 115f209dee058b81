namespace Callout.Identity;

public readonly record struct OrganisationId(Guid Value) : IId<OrganisationId>
{
    /// <summary>An installation serves one organisation, so its row is always this one.</summary>
    public static readonly OrganisationId Ours = new(new("0199f3a0-0000-7000-8000-000000000000"));

    public static OrganisationId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>A region: zones group branches, and other zones.</summary>
public readonly record struct ZoneId(Guid Value) : IId<ZoneId>
{
    public static ZoneId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

public readonly record struct ApiKeyId(Guid Value) : IId<ApiKeyId>
{
    public static ApiKeyId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

/// <summary>One sign-in, until it is ended.</summary>
public readonly record struct TicketId(Guid Value) : IId<TicketId>
{
    public static TicketId From(Guid value) => new(value);
    public override string ToString() => Value.ToString();
}

namespace Callout.Identity;

public sealed record BranchLine(BranchId Id, string Code, string Name, ZoneId? Zone, string TimeZone, string Currency, string Language, long Version, string Phone);

/// <summary>Those in sight, the newest first.</summary>
public sealed record FindBranches(ZoneId? Zone, Guid? After, int? Limit)
{
    internal static Task<Page<BranchLine>> Handle(FindBranches query, Reading reading, CancellationToken ct)
    {
        var branches = reading.Of<Branch>();
        if (query.Zone is { } zone) branches = branches.Where(b => b.Zone == zone);
        return branches.Page<Branch, BranchId, BranchLine>(query.After, query.Limit, b => new(b.Id, b.Code, b.Name, b.Zone, b.TimeZone, b.Currency, b.Language, b.Version, b.Phone), ct);
    }
}

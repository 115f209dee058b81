namespace Callout.Identity;

/// <summary>What somebody may do (roles) and how far they see: everywhere, in branches, in the branches of zones, or only what is their own.</summary>
/// <param name="HeadOffice">Sees every branch.</param>
/// <param name="Branches">For a technician: who looks after them. Own work is all that a technician sees.</param>
/// <param name="Zones">With every branch in them, and in the zones inside them, also those opened later.</param>
/// <param name="Technician">Whose visits are their own.</param>
/// <param name="Account">Which customer they are, or speak for.</param>
public sealed record Rights(
    IReadOnlyList<Role> Roles, bool HeadOffice = false, IReadOnlyList<BranchId>? Branches = null, IReadOnlyList<ZoneId>? Zones = null,
    ResourceId? Technician = null, AccountId? Account = null)
{
    public IReadOnlyList<BranchId> Branches { get; init; } = Branches ?? [];

    public IReadOnlyList<ZoneId> Zones { get; init; } = Zones ?? [];
}

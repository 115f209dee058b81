using System.Collections.Immutable;
using Microsoft.AspNetCore.Http;

namespace Callout.Kernel;

/// <summary>Who is asking: what they may do (roles) and what they may see (sight). Built anew for each request, so that a changed right holds at once.</summary>
/// <param name="Key">Names this person, API key or device in receipts and in the ledger, for example <c>person:0199…</c>. Never a name.</param>
public sealed record Principal(string Key, ImmutableHashSet<Role> Roles, Sight Sight, PersonId? Person = null)
{
    public static readonly Principal System = new("system", [Role.System], Sight.Everything);

    /// <summary>They call from a device that the office has locked or is emptying; it may hear so, and hand over what it holds.</summary>
    public bool IsStopped { get; init; }

    public bool Is(Role role) => Roles.Contains(role);
}

/// <summary>How much of the organisation is in view. A row is seen when any one of these reaches it.</summary>
public sealed record Sight(
    bool Everywhere = false,
    ImmutableArray<BranchId> Branches = default,
    ImmutableArray<TerritoryId> Territories = default,
    ResourceId? Technician = null,
    AccountId? Account = null)
{
    public static readonly Sight Everything = new(Everywhere: true);

    public ImmutableArray<BranchId> Branches { get; init; } = Branches.IsDefault ? [] : Branches;

    public ImmutableArray<TerritoryId> Territories { get; init; } = Territories.IsDefault ? [] : Territories;
}

/// <summary>One way of knowing who sends a request (cookie, API key, device). Null means "not mine"; the first that answers decides.</summary>
public delegate ValueTask<Principal?> Authenticate(HttpContext context);

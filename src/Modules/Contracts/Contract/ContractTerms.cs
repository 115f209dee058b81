using Callout.Customers;

namespace Callout.Contracts;

/// <summary>What is agreed with a customer.</summary>
/// <param name="From">The first day, on the contract's calendar.</param>
/// <param name="Until">The last day.</param>
/// <param name="Sites">Covered places; with no places and no assets, everything of the customer's is covered.</param>
/// <param name="Exclusions">What it does not pay for, in words; a person judges it.</param>
public sealed record ContractTerms(
    string Name, LocalDate From, LocalDate Until, DateTimeZone Zone, bool Labour = true, bool Parts = false, bool Travel = false,
    IReadOnlyList<SiteId>? Sites = null, IReadOnlyList<AssetId>? Assets = null, IReadOnlyList<Entitlement>? Entitlements = null,
    PriceListId? PriceList = null, SlaPolicyId? Sla = null, string? Exclusions = null);

public enum EntitlementKind
{
    Visits,
    Hours,
}

/// <summary>So much is included; what goes beyond it is billed.</summary>
public sealed record Entitlement(EntitlementKind Kind, int Quantity);

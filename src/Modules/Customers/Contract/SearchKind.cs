namespace Callout.Customers;

/// <summary>What was found, or what another system's number names.</summary>
public enum SearchKind
{
    Account,
    Contact,
    Site,
    Asset,
}

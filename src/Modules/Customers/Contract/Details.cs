namespace Callout.Customers;

/// <summary>What the office writes down about a customer.</summary>
/// <param name="BillTo">The account that pays, when it is another: one head office for many sites.</param>
/// <param name="PaymentDays">Days after the invoice until it is due; 0 is on the spot.</param>
/// <param name="RegistrationNumber">The number that the state knows them by: company, tax or identity number.</param>
/// <param name="VisitsFrom">Earliest hour that suits, on the site's clock.</param>
public sealed record AccountDetails(
    AccountKind Kind, string Name, BranchId Branch, AccountId? BillTo = null, int? PaymentDays = null, string? RegistrationNumber = null,
    Address? BillingAddress = null, ContactChannel? Channel = null, ResourceId? PreferredTechnician = null,
    LocalTime? VisitsFrom = null, LocalTime? VisitsUntil = null, IReadOnlyList<Reference>? References = null);

public enum AccountKind
{
    Company,
    Person,
}

public enum ContactChannel
{
    Phone,
    Sms,
    WhatsApp,
    Email,
}

/// <summary>The number that another system knows this by.</summary>
public sealed record Reference(string System, string Number);

/// <param name="Country">ISO 3166, two letters; says how telephone numbers without a country are read.</param>
public sealed record Address(string? Street = null, string? Town = null, string? Region = null, string? PostalCode = null, string? Country = null)
{
    public static readonly Address None = new();
}

/// <param name="Phones">In any form; kept as E.164. A number without its country is read as one of the customer's.</param>
/// <param name="Language">BCP 47, such as <c>sw-KE</c>.</param>
/// <param name="QuietFrom">From this hour, on the customer's clock, nothing is sent that can wait.</param>
/// <param name="Declined">Channels on which they do not want to be written to.</param>
public sealed record ContactDetails(
    string Name, string? Role = null, IReadOnlyList<string>? Phones = null, string? Email = null, ContactChannel? Channel = null,
    string? Language = null, LocalTime? QuietFrom = null, LocalTime? QuietUntil = null, IReadOnlyList<ContactChannel>? Declined = null);

/// <param name="Branch">The branch that serves it.</param>
/// <param name="Parent">The place that it is part of: a floor of a building.</param>
/// <param name="Contact">Whom to ask for there.</param>
public sealed record SiteDetails(
    string Name, BranchId Branch, DateTimeZone Zone, Address? Address = null, Position? Position = null, string? AccessNotes = null,
    string? Hazards = null, SiteId? Parent = null, ContactId? Contact = null, IReadOnlyList<Reference>? References = null);

/// <summary>WGS 84, in degrees.</summary>
public sealed record Position(double Latitude, double Longitude, PositionQuality Quality);

/// <summary>How far a position can be trusted.</summary>
public enum PositionQuality
{
    Unknown,

    /// <summary>The middle of a town or post code, or the point that a geocoder gives when it knows nothing better.</summary>
    Fallback,
    Street,
    Building,

    /// <summary>Taken on the spot.</summary>
    Measured,
}

/// <param name="InstalledOn">On the site's calendar.</param>
public sealed record AssetDetails(
    string Name, string? Maker = null, string? Model = null, string? Serial = null, AssetId? Parent = null, AssetStatus Status = AssetStatus.Operational,
    LocalDate? InstalledOn = null, Warranty? Warranty = null, IReadOnlyList<Reference>? References = null);

public enum AssetStatus
{
    Operational,
    Degraded,
    Down,
    Retired,
}

/// <summary>What the maker or seller pays for, and how long. Both days are included, on the site's calendar.</summary>
public sealed record Warranty(LocalDate From, LocalDate Until, bool Parts = true, bool Labour = true, bool Travel = false, string? Exclusions = null);

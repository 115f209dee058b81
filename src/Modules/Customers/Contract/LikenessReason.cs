namespace Callout.Customers;

/// <summary>What two accounts have in common that may be one customer.</summary>
public enum LikenessReason
{
    Name,
    Address,
    PostalCode,
    Phone,
    Email,
    RegistrationNumber,

    /// <summary>One character more, less, changed, or two swapped.</summary>
    RegistrationNumberMistyped,
}

namespace Callout.Customers;

internal static class Addresses
{
    private const int LineLength = 300;

    public static Address Checked(Address? address)
    {
        if (address is null) return Address.None;
        var country = Text.Blank(address.Country)?.ToUpperInvariant();
        Refusal.If(country is not null && !Phones.Knows(country), "address.country", "Give the country by its two letters of ISO 3166, such as KE.");
        Refusal.If(Lines(address).Any(l => l?.Length > LineLength), "address.too-long", $"Keep each line of an address under {LineLength} characters.");
        return new Address(Text.Blank(address.Street), Text.Blank(address.Town), Text.Blank(address.Region), Text.Blank(address.PostalCode), country);
    }

    public static IEnumerable<string?> Lines(Address address) => [address.Street, address.Town, address.Region, address.PostalCode];

    /// <summary>On one line, as it is read to somebody.</summary>
    public static string? OneLine(Address address) => Text.Blank(string.Join(", ", Lines(address).OfType<string>()));
}

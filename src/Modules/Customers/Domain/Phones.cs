using PhoneNumbers;

namespace Callout.Customers;

/// <summary>Telephone numbers are kept in E.164 and found by whichever form somebody types.</summary>
internal static class Phones
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private static readonly HashSet<string> Countries = [.. Numbers.GetSupportedRegions()];

    public static bool Knows(string country) => Countries.Contains(country);

    /// <summary>In E.164. What cannot be a number is refused; one that the tables do not know yet is kept.</summary>
    public static string Read(string text, string? country)
    {
        try
        {
            var number = Numbers.Parse(text, country);
            if (Numbers.IsPossibleNumber(number)) return Numbers.Format(number, PhoneNumberFormat.E164);
        }
        catch (NumberParseException)
        {
            // Told below.
        }

        throw new Refusal("contact.phone", $"{text.Trim().ReplaceLineEndings(" ")} is not a telephone number{(country is null ? "; write it with its country, as +254 712 345678, or give the customer's address a country" : $" in {country}")}.");
    }

    /// <summary>Every beginning under which somebody may look for it: with the country, as dialled at home, without the zero, by its last digits.</summary>
    public static IEnumerable<string> Forms(string e164)
    {
        var number = Numbers.Parse(e164, null);
        var national = Numbers.GetNationalSignificantNumber(number);
        return [e164[1..], national, Digits(Numbers.Format(number, PhoneNumberFormat.NATIONAL)), national[^Math.Min(LastDigits, national.Length)..]];
    }

    public const int LastDigits = 6;

    public static string Digits(string text) => string.Concat(text.Where(char.IsAsciiDigit));
}

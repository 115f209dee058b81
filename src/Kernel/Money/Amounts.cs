using System.Globalization;

namespace Callout.Kernel;

/// <summary>How amounts are said to people.</summary>
public static class Amounts
{
    private const string Space = "\u00a0";

    // ISO 4217: all others have two.
    private static readonly HashSet<string> None = ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "UYI", "VND", "VUV", "XAF", "XOF", "XPF"];

    private static readonly HashSet<string> Three = ["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"];

    /// <summary>How many figures of an amount in minor units stand behind the point.</summary>
    public static int Digits(string currency) => None.Contains(currency) ? 0 : Three.Contains(currency) ? 3 : 2;

    /// <summary>With its currency, as the language has it: <c>KES 24,070.00</c>, <c>24 070,00 KES</c>.</summary>
    public static string Say(this Money amount, CultureInfo culture) => With(Number(amount, culture), amount.Currency, culture);

    /// <summary>Without its currency, for a column whose head names it.</summary>
    public static string Number(this Money amount, CultureInfo culture)
    {
        var digits = Digits(amount.Currency);
        return ((decimal)amount.Minor / Power(digits)).ToString($"N{digits}", culture);
    }

    /// <summary>A price to the last figure that it has, and never with fewer than its currency.</summary>
    public static string Number(this Rate price, CultureInfo culture)
    {
        var digits = Digits(price.Currency);
        var exact = price.Micro / 1_000_000m / Power(digits);
        var further = Enumerable.Range(digits, 7).First(d => d == digits + 6 || decimal.Round(exact, d) == exact);
        return exact.ToString($"N{further}", culture);
    }

    private static string With(string number, string currency, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName is "fr" or "de" ? $"{number}{Space}{currency}" : $"{currency}{Space}{number}";

    private static decimal Power(int digits) => digits switch { 0 => 1, 3 => 1000, _ => 100 };
}

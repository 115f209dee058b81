using System.Globalization;
using System.Text;

namespace Callout.Customers;

/// <summary>How texts are told apart and found again: case, accents and punctuation do not matter.</summary>
internal static class Text
{
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The words of a text, plain: <c>Café "Ndovu", Moi Av.</c> gives cafe, ndovu, moi, av.</summary>
    public static IEnumerable<string> Words(string? text) => Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in (text ?? "").Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c)) plain.Append(char.ToLowerInvariant(c));
            else if (c is not '\'' and not '’' && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark) plain.Append(' ');
        }

        return plain.ToString();
    }
}

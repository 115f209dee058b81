using System.Globalization;
using System.Text;

namespace Callout.Kernel;

/// <summary>How texts are told apart and found again: case, accents and punctuation do not matter. It is made here and never in a database, so that both give the same answers.</summary>
public static class Text
{
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>The words of a text, plain: <c>Café "Ndovu", Moi Av. ❄</c> gives cafe, ndovu, moi, av, ❄.</summary>
    public static IEnumerable<string> Words(string? text) => Plain(text).Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>All words that begin so lie from the beginning up to this: both databases compare text by its bytes.</summary>
    public static string EndOf(string beginning) => beginning + "\U0010FFFF";

    private static string Plain(string? text)
    {
        var plain = new StringBuilder();
        foreach (var rune in (text ?? "").Normalize(NormalizationForm.FormKD).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune)) plain.Append(Folded(Rune.ToLowerInvariant(rune)));
            else if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.OtherSymbol) plain.Append(' ').Append(rune).Append(' ');
            else if (rune.Value is not ('\'' or '’') && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) plain.Append(' ');
        }

        return plain.ToString();
    }

    // Letters that no decomposition makes plain.
    private static string Folded(Rune letter) => letter.Value switch
    {
        'ı' => "i", 'ß' => "ss", 'ø' => "o", 'ł' => "l", 'đ' => "d", 'æ' => "ae", 'œ' => "oe",
        _ => letter.ToString(),
    };
}

using System.Text.RegularExpressions;

namespace Callout.Customers;

/// <summary>What somebody types to find a customer, as the words that are kept.</summary>
internal static partial class SearchText
{
    private const int WordsAtMost = 8;

    public static IReadOnlyList<string> Words(string? typed)
    {
        if (string.IsNullOrWhiteSpace(typed)) return [];
        var phones = Phone().Matches(typed).Select(m => Dialled(m.Value)).ToList();
        return [.. phones.Concat(Text.Words(Phone().Replace(typed, " "))).Distinct().Take(WordsAtMost)];
    }

    /// <summary>The words that begin so, by their index.</summary>
    public static IQueryable<SearchWord> Beginning(IQueryable<SearchWord> words, string beginning)
    {
        var end = Text.EndOf(beginning);
        return words.Where(w => string.Compare(w.Word, beginning) >= 0 && string.Compare(w.Word, end) < 0);
    }

    private static string Dialled(string typed) => typed.TrimStart().StartsWith("00", StringComparison.Ordinal) ? Phones.Digits(typed)[2..] : Phones.Digits(typed);

    // Nine digits or more in one, or seven with only what people put between them; fewer are a house number or the end of a serial.
    [GeneratedRegex(@"(?<![\w-])[+(]*(?:\d{9,15}|\d(?:[\s().\-/]*\d){6,})(?![\w-])")]
    private static partial Regex Phone();
}

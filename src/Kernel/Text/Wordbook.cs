using System.Globalization;

namespace Callout.Kernel;

/// <summary>The languages that we write to customers in.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<string> All = ["en", "sw", "fr", "de"];

    /// <summary>The nearest of them: sw for sw-KE, English for any other.</summary>
    public static string Nearest(string? language) =>
        All.FirstOrDefault(l => language is not null && (language == l || language.StartsWith($"{l}-", StringComparison.OrdinalIgnoreCase))) ?? "en";
}

/// <summary>What we say by ourselves, in one of our languages.</summary>
/// <param name="all">Of each phrase, its words in every language, in the order of <see cref="Languages.All"/>.</param>
public sealed class Wordbook(IReadOnlyDictionary<string, string[]> all, string language)
{
    private readonly int at = Math.Max(0, ((List<string>)[.. Languages.All]).IndexOf(language));

    public string Language => language;

    public CultureInfo Culture => CultureInfo.GetCultureInfo(language);

    public string this[string key, params ReadOnlySpan<object> facts] => string.Format(Culture, all[key][at], facts);

    /// <summary>Of a phrase that holds several, parted by bars.</summary>
    public string[] List(string key) => all[key][at].Split('|');
}

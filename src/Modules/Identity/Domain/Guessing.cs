namespace Callout.Identity;

/// <summary>How much of a password is left when what everyone tries first is taken out of it.</summary>
internal static class Guessing
{
    private const int EnoughLeft = 8, DifferentAtLeast = 6;

    private static readonly string[] Tried =
    [
        "password", "passw0rd", "p@ssw0rd", "welcome", "letmein", "admin", "login", "secret", "changeme", "iloveyou", "dragon", "monkey", "football", "sunshine", "princess",
        "master", "superman", "batman", "summer", "winter", "spring", "autumn", "january", "february", "october", "november", "december", "monday", "friday",
        "company", "service", "callout", "qwertyuiop", "asdfghjkl", "zxcvbnm", "qwerty", "azerty", "qazwsx", "1q2w3e4r", "q1w2e3r4", "abc123",
    ];

    public static bool IsEasy(string password, IEnumerable<string> known)
    {
        var left = password.ToLowerInvariant();
        foreach (var word in known.Select(k => k.ToLowerInvariant()).Concat(Tried).OrderByDescending(w => w.Length)) left = left.Replace(word, "", StringComparison.Ordinal);
        return WithoutRuns(left) < EnoughLeft || left.Distinct().Count() < DifferentAtLeast;
    }

    // In "aaaa", "1234" and "dcba" only the first letter says anything.
    private static int WithoutRuns(string text) => text.Where((letter, i) => i == 0 || Math.Abs(letter - text[i - 1]) > 1).Count();
}

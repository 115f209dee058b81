namespace Callout.Customers;

/// <summary>How much alike two texts are, whatever mistyping lies between.</summary>
internal static class Similarity
{
    private const double SameWord = 0.85;

    /// <summary>The share of words that the two have in common, each word counted once: 1 when all are, in any order.</summary>
    public static double Common(IReadOnlyList<string> a, IReadOnlyList<string> b)
    {
        var (few, many) = a.Count <= b.Count ? (a, b) : (b, a);
        var taken = new bool[many.Count];
        var sum = 0.0;
        foreach (var word in few)
        {
            var (best, at) = Best(word, many, taken);
            if (best < SameWord) continue;
            taken[at] = true;
            sum += best;
        }

        return 2 * sum / (a.Count + b.Count);
    }

    /// <summary>Jaro-Winkler: 1 for the same, 0 for nothing in common (Winkler 1990).</summary>
    public static double OfWords(string a, string b)
    {
        if (a == b) return 1;
        var (matchedA, matchedB) = (new bool[a.Length], new bool[b.Length]);
        var matches = Match(a, b, matchedA, matchedB);
        if (matches == 0) return 0;
        var moved = Moved(a, b, matchedA, matchedB) / 2.0;
        var jaro = ((matches / (double)a.Length) + (matches / (double)b.Length) + ((matches - moved) / matches)) / 3;
        var prefix = a.Zip(b).Take(4).TakeWhile(p => p.First == p.Second).Count();
        return jaro + (prefix * 0.1 * (1 - jaro));
    }

    /// <summary>One character more, less or changed, or two neighbours swapped.</summary>
    public static bool OneSlip(string a, string b)
    {
        if (a.Length < b.Length) (a, b) = (b, a);
        var start = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        if (a.Length == b.Length + 1) return a[(start + 1)..] == b[start..];
        if (a.Length != b.Length || start == a.Length) return a == b;
        return a[(start + 1)..] == b[(start + 1)..] || (start + 1 < a.Length && a[start] == b[start + 1] && a[start + 1] == b[start] && a[(start + 2)..] == b[(start + 2)..]);
    }

    // A number is the same or another one; 12 and 13 are two houses.
    private static (double, int) Best(string word, IReadOnlyList<string> among, bool[] taken)
    {
        var (best, at) = (0.0, -1);
        for (var i = 0; i < among.Count; i++)
        {
            if (taken[i]) continue;
            var alike = word.All(char.IsDigit) || among[i].All(char.IsDigit) ? (word == among[i] ? 1 : 0) : OfWords(word, among[i]);
            if (alike > best) (best, at) = (alike, i);
        }

        return (best, at);
    }

    private static int Match(string a, string b, bool[] matchedA, bool[] matchedB)
    {
        var (reach, matches) = ((Math.Max(a.Length, b.Length) / 2) - 1, 0);
        for (var i = 0; i < a.Length; i++)
            for (var j = Math.Max(0, i - reach); j < Math.Min(b.Length, i + reach + 1); j++)
                if (!matchedB[j] && a[i] == b[j])
                {
                    (matchedA[i], matchedB[j], matches) = (true, true, matches + 1);
                    break;
                }

        return matches;
    }

    private static int Moved(string a, string b, bool[] matchedA, bool[] matchedB)
    {
        var (inA, inB) = (a.Where((_, i) => matchedA[i]), b.Where((_, i) => matchedB[i]));
        return inA.Zip(inB).Count(p => p.First != p.Second);
    }
}

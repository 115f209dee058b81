using System.Text;

namespace Callout.Paper;

/// <summary>A stretch of a line that one font writes in one direction.</summary>
internal readonly record struct Run(string Text, Letters Letters, bool RightToLeft);

/// <summary>
/// Puts the stretches of a line in the order in which they are seen. The page runs from left to right; a stretch of Arabic or Hebrew in it runs
/// the other way, and figures inside that run from left to right again: as much of Unicode's bidirectional algorithm (UAX 9) as names need.
/// </summary>
internal static class Runs
{
    private const char Unknown = '?';

    private enum Way
    {
        Left,
        Right,
        Figure,
        Any,
    }

    public static IReadOnlyList<Run> Of(string text, bool strong)
    {
        var runes = Printable(text);
        var ways = runes.ConvertAll(WayOf);
        List<Run> seen = [];
        for (var i = 0; i < runes.Count;)
        {
            var end = ways[i] == Way.Right ? EndOfRight(ways, i) : NextRight(ways, i);
            if (ways[i] == Way.Right) seen.AddRange(Backwards(runes, ways, i, end, strong));
            else seen.AddRange(ByFont(runes, i, end, strong, false));
            i = end;
        }

        return seen;
    }

    private static List<Rune> Printable(string text) =>
        [.. text.Replace('\u02bc', '\u2019').Replace('\u02bb', '\u2018').EnumerateRunes().Where(r => !Rune.IsControl(r) && r != Rune.ReplacementChar && !IsMark(r)).Select(r => Joins(r) || Letters.Known(r.Value) ? r : new Rune(Unknown))];

    // Marks of direction and byte order say nothing that is seen here.
    private static bool IsMark(Rune rune) => rune.Value is 0x200E or 0x200F or 0xFEFF or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool Joins(Rune rune) => rune.Value is 0x200D or 0xFE0E or 0xFE0F;

    private static Way WayOf(Rune rune) => rune.Value switch
    {
        (>= 0x0590 and <= 0x065F) or (>= 0x066A and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC) => Way.Right,
        _ when Rune.IsDigit(rune) => Way.Figure,
        _ when Rune.IsLetter(rune) => Way.Left,
        _ => Way.Any,
    };

    private static int NextRight(List<Way> ways, int from) => ways.FindIndex(from, w => w == Way.Right) is >= 0 and var at ? at : ways.Count;

    /// <summary>After the last letter that runs to the left before one that runs to the right.</summary>
    private static int EndOfRight(List<Way> ways, int from)
    {
        var end = from;
        for (var i = from; i < ways.Count && ways[i] != Way.Left; i++) if (ways[i] == Way.Right) end = i;
        return end + 1;
    }

    private static IEnumerable<Run> Backwards(List<Rune> runes, List<Way> ways, int from, int end, bool strong)
    {
        List<(int From, int End, bool Figures)> parts = [];
        for (var i = from; i < end;)
        {
            var (start, figures) = (i, ways[i] == Way.Figure);
            while (i < end && (ways[i] == Way.Figure || (figures && ways[i] == Way.Any && i + 1 < end && ways[i + 1] == Way.Figure)) == figures) i++;
            parts.Add((start, i, figures));
        }

        parts.Reverse();
        return parts.SelectMany(p => p.Figures ? ByFont(runes, p.From, p.End, strong, false) : ByFont(runes, p.From, p.End, strong, true).Reverse());
    }

    private static IEnumerable<Run> ByFont(List<Rune> runes, int from, int end, bool strong, bool rightToLeft)
    {
        var (text, letters) = (new StringBuilder(), (Letters?)null);
        for (var i = from; i < end; i++)
        {
            // What joins or adorns the sign before it is written by the same font.
            var next = letters is not null && (Joins(runes[i]) || letters.Has(runes[i].Value) && Rune.GetUnicodeCategory(runes[i]) is System.Globalization.UnicodeCategory.NonSpacingMark)
                ? letters : Letters.For(runes[i].Value, strong);
            if (letters is not null && letters != next)
            {
                yield return new(text.ToString(), letters, rightToLeft);
                text.Clear();
            }

            letters = next;
            text.Append(runes[i]);
        }

        if (letters is not null) yield return new(text.ToString(), letters, rightToLeft);
    }
}

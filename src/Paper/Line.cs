using System.Globalization;
using SkiaSharp;

namespace Callout.Paper;

/// <summary>One line of words, measured and ready to be written.</summary>
internal sealed class Line
{
    private readonly List<(Phrase Phrase, float Width)> parts = [];

    public float Width { get; private set; }

    public float Height { get; private set; }

    private float Ascent { get; set; }

    /// <summary>As many lines as the words need: broken at spaces, and within a word only where it is longer than a line.</summary>
    public static IReadOnlyList<Line> Wrap(IEnumerable<Phrase> words, float width)
    {
        List<Line> lines = [new()];
        foreach (var (text, style) in words)
        {
            var paragraphs = text.Replace("\r", "").Split('\n');
            for (var i = 0; i < paragraphs.Length; i++)
            {
                if (i > 0) lines.Add(new());
                lines[^1].Reserve(style);
                foreach (var piece in Pieces(paragraphs[i].Replace('\t', ' '))) Put(lines, piece, style, width);
            }
        }

        return lines;
    }

    public void Write(SKCanvas canvas, float x, float y)
    {
        foreach (var (words, width) in Whole())
        {
            using var paint = words.Style.Tone.Fill();
            var at = x;
            foreach (var run in Runs.Of(words.Text, words.Style.Strong))
            {
                var (glyphs, places, reach) = run.Letters.Shape(run.Text, words.Style.Size, run.RightToLeft);
                using var font = new SKFont(run.Letters.Face, words.Style.Size) { Subpixel = true, Hinting = SKFontHinting.None };
                using var builder = new SKTextBlobBuilder();
                builder.AddPositionedRun(glyphs, font, places);
                using var blob = builder.Build();
                if (blob is not null) canvas.DrawText(blob, at, y + Ascent, paint);
                at += reach;
            }

            x += width;
        }
    }

    private static void Put(List<Line> lines, string piece, Style style, float width)
    {
        var reach = Measure(piece.TrimEnd(' '), style);
        if (lines[^1].Width > 0 && lines[^1].Width + reach > width) lines.Add(new());
        if (reach <= width)
        {
            lines[^1].Add(piece, style);
            return;
        }

        foreach (var part in Broken(piece, style, width))
        {
            if (lines[^1].Width > 0) lines.Add(new());
            lines[^1].Add(part, style);
        }
    }

    private static IEnumerable<string> Broken(string word, Style style, float width)
    {
        var (part, reach) = ("", 0f);
        var signs = StringInfo.GetTextElementEnumerator(word);
        while (signs.MoveNext())
        {
            var next = Measure(signs.GetTextElement(), style);
            if (part.Length > 0 && reach + next > width)
            {
                yield return part;
                (part, reach) = ("", 0);
            }

            (part, reach) = (part + signs.GetTextElement(), reach + next);
        }

        if (part.Length > 0) yield return part;
    }

    /// <summary>Each word with the spaces after it.</summary>
    private static IEnumerable<string> Pieces(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && text[i] != ' ') i++;
            while (i < text.Length && text[i] == ' ') i++;
            yield return text[start..i];
        }
    }

    private static float Measure(string text, Style style) =>
        Runs.Of(text, style.Strong).Sum(r => r.Letters.Shape(r.Text, style.Size, r.RightToLeft).Width);

    /// <summary>Neighbours of one style are written together, so that words in Arabic follow each other as they should.</summary>
    private IEnumerable<(Phrase Phrase, float Width)> Whole()
    {
        for (var i = 0; i < parts.Count;)
        {
            var (words, width) = parts[i++];
            for (; i < parts.Count && parts[i].Phrase.Style == words.Style; i++) (words, width) = (words with { Text = words.Text + parts[i].Phrase.Text }, width + parts[i].Width);
            yield return (words, width);
        }
    }

    private void Add(string text, Style style)
    {
        Reserve(style);
        var width = Measure(text, style);
        parts.Add((new(text, style), width));
        Width += width;
    }

    private void Reserve(Style style) => (Height, Ascent) = (Math.Max(Height, style.Leading), Math.Max(Ascent, style.Ascent));
}

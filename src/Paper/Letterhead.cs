using SkiaSharp;

namespace Callout.Paper;

/// <summary>In whose name a document goes out, at its head.</summary>
/// <param name="beneath">Under the name, such as the branch.</param>
/// <param name="lines">At the right: where and how they are reached.</param>
public sealed class Letterhead(string name, string beneath, IReadOnlyList<string> lines) : Block
{
    private const float Square = 34;

    internal override IEnumerable<Piece> Lay(float width)
    {
        var right = (width - Square - 10) * 0.45f;
        var at = new Stack(new Paragraph(new Phrase(name, new(14, true))), new Paragraph(new Phrase(beneath, Style.Note))).InOne(width - Square - 20 - right);
        var reach = new Stack([.. lines.Select(l => new Paragraph(new Phrase(l, Style.Note)) { Side = Side.Right })]).InOne(right);
        yield return new Piece(Math.Max(Math.Max(at.Height, reach.Height), Square), (canvas, x, y) =>
        {
            Monogram(canvas, x, y);
            at.Draw(canvas, x + Square + 10, y + 1);
            reach.Draw(canvas, x + width - right, y);
        });
    }

    private void Monogram(SKCanvas canvas, float x, float y)
    {
        using var ground = new SKPaint { Color = new(0x12, 0x3a, 0x5e), IsAntialias = true };
        canvas.DrawRoundRect(x, y, Square, Square, 8, 8, ground);
        var letter = Line.Wrap([new(new System.Globalization.StringInfo(name) is { LengthInTextElements: > 0 } info ? info.SubstringByTextElements(0, 1) : "", new(19, true, Tone.Paper))], Square)[0];
        letter.Write(canvas, x + ((Square - letter.Width) / 2), y + ((Square - letter.Height) / 2));
    }
}

/// <summary>What it is at the left, which one at the right, and a strong line beneath.</summary>
public sealed class Title(string what, string beneath, string which, string when) : Block
{
    internal override IEnumerable<Piece> Lay(float width) => new Stack(
        new Gap(14),
        new Beside(20, [3, 2],
            new Stack(new Paragraph(new Phrase(what, new(21, true))), new Paragraph(new Phrase(beneath, Style.Note))),
            new Stack(new Gap(11), new Paragraph(new Phrase(which, new(11, true))) { Side = Side.Right }, new Paragraph(new Phrase(when, Style.Note)) { Side = Side.Right })),
        new Gap(7), new Across(1.5f, Tone.Ink), new Gap(9)).Lay(width);
}

/// <summary>A few facts beneath their name: the first stands out.</summary>
public sealed class Facts(string label, params IReadOnlyList<string?> facts) : Block
{
    internal override IEnumerable<Piece> Lay(float width) => new Stack([
        new Paragraph(new Phrase(label, Style.Label)),
        .. facts.Where(f => !string.IsNullOrWhiteSpace(f)).Select((fact, i) => new Paragraph(new Phrase(fact!, i == 0 ? Style.Name : Style.Body))),
    ]).Lay(width);
}

using SkiaSharp;

namespace Callout.Paper;

/// <summary>Something that stands on paper and can be broken between its pieces.</summary>
public abstract class Block
{
    internal abstract IEnumerable<Piece> Lay(float width);

    /// <summary>Everything in one piece, where it stands beside other things.</summary>
    internal Piece InOne(float width) => Piece.Stack([.. Lay(width)]);
}

/// <summary>What is never broken. Lengths in points.</summary>
/// <param name="KeepsNext">A heading does not stand alone at the foot of a page.</param>
/// <param name="Again">Stands above this piece once more when it opens a page: the head of its table.</param>
internal sealed record Piece(float Height, Action<SKCanvas, float, float> Draw, bool KeepsNext = false, Piece? Again = null)
{
    public static Piece Space(float height) => new(height, (_, _, _) => { });

    public static Piece Stack(IReadOnlyList<Piece> pieces) => new(pieces.Sum(p => p.Height), (canvas, x, y) =>
    {
        foreach (var piece in pieces)
        {
            piece.Draw(canvas, x, y);
            y += piece.Height;
        }
    });
}

/// <summary>Empty room, in points.</summary>
public sealed class Gap(float height) : Block
{
    internal override IEnumerable<Piece> Lay(float width) => [Piece.Space(height)];
}

/// <summary>A line across.</summary>
/// <param name="weight">In points.</param>
public sealed class Across(float weight = 0.5f, Tone tone = Tone.Hairline) : Block
{
    internal override IEnumerable<Piece> Lay(float width) => [new(weight, (canvas, x, y) =>
    {
        using var paint = tone.Fill();
        canvas.DrawRect(x, y, width, weight, paint);
    })];
}

/// <summary>Words that fill as many lines as they need, and go on over the page's end.</summary>
public sealed class Paragraph(params IReadOnlyList<Phrase> words) : Block
{
    public Side Side { get; init; }

    public bool KeepsNext { get; init; }

    internal override IEnumerable<Piece> Lay(float width) => Line.Wrap(words, width).Select(line => new Piece(
        line.Height, (canvas, x, y) => line.Write(canvas, Side == Side.Right ? x + width - line.Width : x, y), KeepsNext));
}

/// <summary>To which side words lean.</summary>
public enum Side
{
    Left,
    Right,
}

/// <summary>What stands above a part of the document.</summary>
public sealed class Heading(string text) : Block
{
    internal override IEnumerable<Piece> Lay(float width) =>
        [Piece.Space(11) with { KeepsNext = true }, .. new Paragraph(new Phrase(text, new(10, true))) { KeepsNext = true }.Lay(width), Piece.Space(3) with { KeepsNext = true }];
}

/// <summary>Blocks one beneath the other.</summary>
public sealed class Stack(params IReadOnlyList<Block> blocks) : Block
{
    internal override IEnumerable<Piece> Lay(float width) => blocks.SelectMany(b => b.Lay(width));
}

/// <summary>Blocks one beneath the other that stay on one page.</summary>
public sealed class Whole(params IReadOnlyList<Block> blocks) : Block
{
    internal override IEnumerable<Piece> Lay(float width) => [new Stack(blocks).InOne(width)];
}

/// <summary>Blocks beside each other, never broken; what is too high for that belongs beneath.</summary>
/// <param name="shares">How wide each is in comparison.</param>
public sealed class Beside(float gap, IReadOnlyList<float> shares, params IReadOnlyList<Block> blocks) : Block
{
    internal override IEnumerable<Piece> Lay(float width)
    {
        var unit = (width - (gap * (blocks.Count - 1))) / shares.Sum();
        var pieces = blocks.Select((block, i) => block.InOne(unit * shares[i])).ToList();
        yield return new Piece(pieces.Max(p => p.Height), (canvas, x, y) =>
        {
            for (var i = 0; i < pieces.Count; i++)
            {
                pieces[i].Draw(canvas, x, y);
                x += (unit * shares[i]) + gap;
            }
        });
    }
}

/// <summary>A frame with a stripe, for what is to be read first.</summary>
public sealed class Framed(Tone stripe, params IReadOnlyList<Block> blocks) : Block
{
    private const float Padding = 9, Inset = 12;

    internal override IEnumerable<Piece> Lay(float width)
    {
        var pieces = blocks.SelectMany(b => b.Lay(width - (2 * Inset) - 4)).ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            var (inner, first, last) = (pieces[i], i == 0, i == pieces.Count - 1);
            var height = inner.Height + (first ? Padding : 0) + (last ? Padding : 0);
            // Each line carries its own part of the frame, so that a long text may go on over the page's end.
            yield return new Piece(height, (canvas, x, y) =>
            {
                Frame(canvas, new(x, y, x + width, y + height), first, last);
                inner.Draw(canvas, x + 4 + Inset, y + (first ? Padding : 0));
            }, KeepsNext: first);
        }
    }

    private void Frame(SKCanvas canvas, SKRect at, bool first, bool last)
    {
        using var line = Tone.Hairline.Stroke(0.75f);
        using var bar = stripe.Fill();
        canvas.DrawLine(at.Right, at.Top, at.Right, at.Bottom, line);
        if (first) canvas.DrawLine(at.Left, at.Top, at.Right, at.Top, line);
        if (last) canvas.DrawLine(at.Left, at.Bottom, at.Right, at.Bottom, line);
        canvas.DrawRect(at.Left, at.Top, 4, at.Height, bar);
    }
}

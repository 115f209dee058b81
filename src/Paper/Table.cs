using SkiaSharp;

namespace Callout.Paper;

/// <param name="Share">How wide in comparison.</param>
public sealed record Column(string Name, float Share = 1, Side Side = Side.Left);

/// <summary>What stands in one place of a table.</summary>
/// <param name="Mark">Drawn before the words, or in their place.</param>
public sealed record Cell(IReadOnlyList<Phrase> Words, Mark? Mark = null)
{
    public static readonly Cell Empty = new([]);

    public static implicit operator Cell(string? text) => new([new Phrase(text ?? "", Style.Body)]);

    public static Cell Strong(string text, Tone tone = Tone.Ink, Mark? mark = null) => new([new Phrase(text, new(8.5f, true, tone))], mark);
}

/// <summary>Rows of cells; its head stands again on each page that it reaches.</summary>
public sealed class Table(IReadOnlyList<Column> columns, IReadOnlyList<IReadOnlyList<Cell>> rows) : Block
{
    private const float Padding = 2.7f, Between = 10;

    internal override IEnumerable<Piece> Lay(float width)
    {
        var unit = (width - (Between * (columns.Count - 1))) / columns.Sum(c => c.Share);
        var head = Row([.. columns.Select(c => new Cell([new Phrase(c.Name, Style.Label)]))], unit, width, Tone.Ink) with { KeepsNext = true };
        yield return head;
        foreach (var row in rows) foreach (var piece in Broken(row, unit, width)) yield return piece with { Again = head };
    }

    // A row that no page could hold is broken between its lines.
    private IEnumerable<Piece> Broken(IReadOnlyList<Cell> row, float unit, float width)
    {
        var whole = Row(row, unit, width, Tone.Hairline);
        return whole.Height <= Sheet.Room / 2 ? [whole] : row.SelectMany(cell => new Paragraph(cell.Words).Lay(width));
    }

    private Piece Row(IReadOnlyList<Cell> cells, float unit, float width, Tone rule)
    {
        var laid = cells.Select((cell, i) => (Lines: Line.Wrap(cell.Words, Math.Max(1, (unit * columns[i].Share) - (cell.Mark?.Room ?? 0))), cell.Mark, Wide: unit * columns[i].Share, columns[i].Side)).ToList();
        var height = laid.Max(c => c.Lines.Sum(l => l.Height)) is > 0 and var tallest ? tallest : Style.Body.Leading;
        var whole = height + (2 * Padding);
        return new Piece(whole, (canvas, x, y) =>
        {
            foreach (var (lines, mark, wide, side) in laid)
            {
                Write(canvas, lines, mark, wide, side, x, y + Padding);
                x += wide + Between;
            }

            using var paint = rule.Fill();
            canvas.DrawRect(x - width - Between, y + whole - 0.5f, width, 0.5f, paint);
        });
    }

    private static void Write(SKCanvas canvas, IReadOnlyList<Line> lines, Mark? mark, float wide, Side side, float x, float y)
    {
        var (room, longest) = (mark?.Room ?? 0, lines.Max(l => l.Width));
        mark?.Draw(canvas, side == Side.Right ? x + wide - longest - room : x, y, Style.Body.Leading);
        foreach (var line in lines)
        {
            line.Write(canvas, side == Side.Right ? x + wide - line.Width : x + room, y);
            y += line.Height;
        }
    }
}

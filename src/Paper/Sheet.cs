using SkiaSharp;

namespace Callout.Paper;

/// <summary>A document of A4 pages that are filled from top to bottom. The same blocks give the same bytes.</summary>
/// <param name="title">What a reader shows in its title bar.</param>
/// <param name="made">Written into the file as when it was made: of what it says, not of the printing.</param>
public sealed class Sheet(string title, string author, DateTime made)
{
    internal const float Room = Height - Top - Bottom;

    private const float Width = 595, Height = 842, Margin = 40, Top = 34, Bottom = 48;

    private readonly List<Block> blocks = [];

    /// <summary>What stands at the foot of each page, left and in the middle.</summary>
    public (string Left, string Middle) Foot { get; init; }

    /// <summary>How a page says which it is: of this page's number and how many there are.</summary>
    public Func<int, int, string> PageOf { get; init; } = (page, of) => $"{page} / {of}";

    /// <summary>Written large and pale across each page: that this is not the final paper.</summary>
    public string? Watermark { get; init; }

    public Sheet Add(Block? block)
    {
        if (block is not null) blocks.Add(block);
        return this;
    }

    public byte[] Print()
    {
        var pages = Pages();
        using var content = new MemoryStream();
        using (var document = SKDocument.CreatePdf(content, new SKDocumentPdfMetadata { Title = title, Author = author, Creator = "Callout", Producer = "Callout", Creation = made, Modified = made }))
        {
            for (var i = 0; i < pages.Count; i++)
            {
                var canvas = document.BeginPage(Width, Height);
                if (Watermark is not null) WriteAcross(canvas, Watermark);
                foreach (var (piece, y) in pages[i]) piece.Draw(canvas, Margin, y);
                WriteFoot(canvas, PageOf(i + 1, pages.Count));
                document.EndPage();
            }

            document.Close();
        }

        return content.ToArray();
    }

    /// <summary>Which pieces stand on which page, and how far down.</summary>
    internal List<List<(Piece Piece, float Y)>> Pages()
    {
        List<List<(Piece, float)>> pages = [[]];
        var (pieces, y) = (blocks.SelectMany(b => b.Lay(Width - (2 * Margin))).ToList(), Top);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (y + Together(pieces, i) > Height - Bottom && pages[^1].Count > 0)
            {
                pages.Add([]);
                y = Top;
                if (pieces[i].Again is { } head)
                {
                    pages[^1].Add((head, y));
                    y += head.Height;
                }
            }

            pages[^1].Add((pieces[i], y));
            y += pieces[i].Height;
        }

        return pages;
    }

    /// <summary>How much must fit for this piece to stand here: with those after it that it may not leave.</summary>
    private static float Together(List<Piece> pieces, int at)
    {
        var height = pieces[at].Height;
        while (pieces[at].KeepsNext && at + 1 < pieces.Count && height < Room / 2) height += pieces[++at].Height;
        return height;
    }

    private void WriteFoot(SKCanvas canvas, string page)
    {
        var style = new Style(7.5f, Tone: Tone.Quiet);
        Line At(string text) => Line.Wrap([new(text, style)], Width)[0];
        var (left, middle, right, y) = (At(Foot.Left ?? ""), At(Foot.Middle ?? ""), At(page), Height - 32);
        left.Write(canvas, Margin, y);
        middle.Write(canvas, (Width - middle.Width) / 2, y);
        right.Write(canvas, Width - Margin - right.Width, y);
    }

    private static void WriteAcross(SKCanvas canvas, string words)
    {
        var line = Line.Wrap([new(words, new(64, true, Tone.Track))], 2000)[0];
        canvas.Save();
        canvas.RotateDegrees(-35, Width / 2, Height / 2);
        line.Write(canvas, (Width - line.Width) / 2, (Height - line.Height) / 2);
        canvas.Restore();
    }
}

using System.Runtime.InteropServices;
using HarfBuzzSharp;
using SkiaSharp;

namespace Callout.Paper;

/// <summary>A font that lies in this assembly, so that the same words give the same bytes on every machine.</summary>
internal sealed class Letters
{
    private static readonly Letters[] Others = [new("NotoSansArabic"), new("NotoSansHebrew"), new("NotoSansEthiopic"), new("NotoEmoji")];

    private static readonly Letters[] Plain = [new("Inter-Regular"), .. Others], Strong = [new("Inter-SemiBold"), .. Others];

    private readonly Font shapes;

    private Letters(string name)
    {
        using var file = typeof(Letters).Assembly.GetManifestResourceStream($"{name}.ttf")!;
        var bytes = new byte[file.Length];
        file.ReadExactly(bytes);
        Face = SKTypeface.FromData(SKData.CreateCopy(bytes));
        // The font outlives every document, so its bytes are never given back.
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        var face = new Face(new Blob(pinned.AddrOfPinnedObject(), bytes.Length, MemoryMode.ReadOnly), 0);
        UnitsPerEm = face.UnitsPerEm;
        shapes = new Font(face);
        shapes.SetScale(UnitsPerEm, UnitsPerEm);
        shapes.SetFunctionsOpenType();
    }

    public SKTypeface Face { get; }

    private int UnitsPerEm { get; }

    /// <summary>The first that has this sign, or the first of all when none has.</summary>
    public static Letters For(int sign, bool strong)
    {
        var fonts = strong ? Strong : Plain;
        return Array.Find(fonts, f => f.Has(sign)) ?? fonts[0];
    }

    public static bool Known(int sign) => Array.Exists(Plain, f => f.Has(sign));

    public bool Has(int sign) => shapes.TryGetNominalGlyph((uint)sign, out var glyph) && glyph != 0;

    /// <summary>Glyphs from left to right with where each begins, in points, and how far they reach.</summary>
    public (ushort[] Glyphs, SKPoint[] At, float Width) Shape(string text, float size, bool rightToLeft)
    {
        using var buffer = new HarfBuzzSharp.Buffer();
        buffer.AddUtf16(text);
        buffer.GuessSegmentProperties();
        buffer.Direction = rightToLeft ? Direction.RightToLeft : Direction.LeftToRight;
        shapes.Shape(buffer);
        var (infos, positions, scale) = (buffer.GlyphInfos, buffer.GlyphPositions, size / UnitsPerEm);
        var (glyphs, at, x) = (new ushort[infos.Length], new SKPoint[infos.Length], 0f);
        for (var i = 0; i < infos.Length; i++)
        {
            glyphs[i] = (ushort)infos[i].Codepoint;
            at[i] = new(x + (positions[i].XOffset * scale), -positions[i].YOffset * scale);
            x += positions[i].XAdvance * scale;
        }

        return (glyphs, at, x);
    }
}

using SkiaSharp;

namespace Callout.Paper;

/// <summary>A photo made ready for paper: upright, no larger than it is printed, and a JPEG.</summary>
public sealed class Picture
{
    private const int Longest = 900, Quality = 80, MostPixels = 120_000_000;

    private readonly byte[] bytes;

    private Picture(byte[] bytes, float width, float height) => (this.bytes, Width, Height) = (bytes, width, height);

    internal float Width { get; }

    internal float Height { get; }

    /// <summary>Null when these bytes are no picture that can be shown: their maker must say so in words.</summary>
    public static Picture? Of(byte[] content)
    {
        using var data = SKData.CreateCopy(content);
        using var codec = SKCodec.Create(data);
        if (codec is null || (long)codec.Info.Width * codec.Info.Height is 0 or > MostPixels) return null;
        // A JPEG can be read at an eighth of its size, which is what makes a phone's photo cheap.
        var scale = Math.Min(1f, (float)Longest / Math.Max(codec.Info.Width, codec.Info.Height));
        var small = codec.GetScaledDimensions(scale);
        using var read = SKBitmap.Decode(codec, new SKImageInfo(small.Width, small.Height, SKColorType.Rgba8888, SKAlphaType.Premul));
        if (read is null) return null;
        using var upright = Upright(read, codec.EncodedOrigin, Math.Min(1f, (float)Longest / Math.Max(small.Width, small.Height)));
        using var jpeg = upright.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return new Picture(jpeg.ToArray(), upright.Width, upright.Height);
    }

    /// <summary>A signature: black on nothing, as it was drawn.</summary>
    public static Picture? Drawn(byte[] content)
    {
        using var read = SKBitmap.Decode(content);
        return read is null || read.Width == 0 || read.Height == 0 || read.Width * read.Height > 4_000_000 ? null : new Picture(content, read.Width, read.Height);
    }

    internal void Draw(SKCanvas canvas, SKRect at)
    {
        using var data = SKData.CreateCopy(bytes);
        using var image = SKImage.FromEncodedData(data);
        if (image is not null) canvas.DrawImage(image, at, new SKSamplingOptions(SKFilterMode.Linear));
    }

    private static SKBitmap Upright(SKBitmap read, SKEncodedOrigin origin, float scale)
    {
        var (width, height) = ((int)Math.Max(1, read.Width * scale), (int)Math.Max(1, read.Height * scale));
        var sideways = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new SKBitmap(sideways ? height : width, sideways ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var canvas = new SKCanvas(upright);
        canvas.Clear(SKColors.White);
        canvas.Concat(Turn(origin, width, height));
        using var image = SKImage.FromBitmap(read);
        canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        return upright;
    }

    private static SKMatrix Turn(SKEncodedOrigin origin, float w, float h) => origin switch
    {
        SKEncodedOrigin.TopRight => new(-1, 0, w, 0, 1, 0, 0, 0, 1),
        SKEncodedOrigin.BottomRight => new(-1, 0, w, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.BottomLeft => new(1, 0, 0, 0, -1, h, 0, 0, 1),
        SKEncodedOrigin.LeftTop => new(0, 1, 0, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightTop => new(0, -1, h, 1, 0, 0, 0, 0, 1),
        SKEncodedOrigin.RightBottom => new(0, -1, h, -1, 0, w, 0, 0, 1),
        SKEncodedOrigin.LeftBottom => new(0, 1, 0, -1, 0, w, 0, 0, 1),
        _ => SKMatrix.Identity,
    };
}

/// <param name="Picture">Null when it cannot be shown on paper; what is said beneath still stands.</param>
public sealed record Photo(Picture? Picture, IReadOnlyList<Phrase> Beneath);

/// <summary>Photos in rows of four, each whole in a frame of one size.</summary>
public sealed class Photos(IReadOnlyList<Photo> photos) : Block
{
    private const int InRow = 4;
    private const float Gap = 8, High = 82;

    internal override IEnumerable<Piece> Lay(float width)
    {
        var wide = (width - (Gap * (InRow - 1))) / InRow;
        foreach (var row in photos.Chunk(InRow))
        {
            var captions = row.Select(p => new Paragraph(p.Beneath).InOne(wide)).ToList();
            yield return new Piece(High + 2 + captions.Max(c => c.Height) + 6, (canvas, x, y) =>
            {
                for (var i = 0; i < row.Length; i++)
                {
                    Frame(canvas, row[i].Picture, new(x, y, x + wide, y + High));
                    captions[i].Draw(canvas, x, y + High + 2);
                    x += wide + Gap;
                }
            });
        }
    }

    private static void Frame(SKCanvas canvas, Picture? picture, SKRect at)
    {
        using var ground = new SKPaint { Color = new(0xf1, 0xf3, 0xf4) };
        canvas.DrawRoundRect(at, 4, 4, ground);
        if (picture is null) return;
        var scale = Math.Min(at.Width / picture.Width, at.Height / picture.Height);
        picture.Draw(canvas, SKRect.Create(at.MidX - (picture.Width * scale / 2), at.MidY - (picture.Height * scale / 2), picture.Width * scale, picture.Height * scale));
    }
}

/// <summary>A signature above its line.</summary>
public sealed class Signed(Picture? picture) : Block
{
    private const float High = 40, Wide = 130;

    internal override IEnumerable<Piece> Lay(float width) => [new(High + 4, (canvas, x, y) =>
    {
        if (picture is not null)
        {
            var scale = Math.Min(Math.Min(Wide, width) / picture.Width, High / picture.Height);
            picture.Draw(canvas, SKRect.Create(x, y + High - (picture.Height * scale), picture.Width * scale, picture.Height * scale));
        }

        using var line = Tone.Quiet.Stroke(0.6f);
        canvas.DrawLine(x, y + High + 2, x + width, y + High + 2, line);
    })];
}

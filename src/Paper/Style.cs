using SkiaSharp;

namespace Callout.Paper;

/// <summary>The colours of our paper, as the screens have them in daylight.</summary>
public enum Tone
{
    Ink,
    Quiet,
    Good,
    Bad,
    Warn,
    Hairline,
    Track,
    Paper,
}

/// <summary>How words are written.</summary>
/// <param name="Size">In points.</param>
public readonly record struct Style(float Size = 8.5f, bool Strong = false, Tone Tone = Tone.Ink)
{
    public static readonly Style Body = new(8.5f), Label = new(8, true, Tone.Quiet), Name = new(9.5f, true), Note = new(8, Tone: Tone.Quiet);

    internal float Leading => Size * 1.42f;

    /// <summary>From the top of a line to where its letters stand.</summary>
    internal float Ascent => Size * 1.06f;
}

/// <summary>Words in one style.</summary>
public readonly record struct Phrase(string Text, Style Style)
{
    public static implicit operator Phrase(string text) => new(text, Style.Body);
}

internal static class Tones
{
    public static SKColor Colour(this Tone tone) => tone switch
    {
        Tone.Ink => new(0x14, 0x19, 0x1d),
        Tone.Quiet => new(0x4b, 0x56, 0x5e),
        Tone.Good => new(0x19, 0x7a, 0x42),
        Tone.Bad => new(0xc0, 0x26, 0x26),
        Tone.Warn => new(0xd9, 0x66, 0x0b),
        Tone.Track => new(0xdd, 0xe1, 0xe4),
        Tone.Paper => new(0xff, 0xff, 0xff),
        _ => new(0xd3, 0xd9, 0xdd),
    };

    public static SKPaint Fill(this Tone tone) => new() { Color = tone.Colour(), IsAntialias = true };

    public static SKPaint Stroke(this Tone tone, float width) =>
        new() { Color = tone.Colour(), IsAntialias = true, IsStroke = true, StrokeWidth = width, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
}

using SkiaSharp;

namespace Callout.Paper;

/// <summary>A small drawing beside words: no meaning hangs on a colour alone.</summary>
public abstract record Mark
{
    /// <summary>How much of a cell's width it takes, in points.</summary>
    internal abstract float Room { get; }

    internal abstract void Draw(SKCanvas canvas, float x, float y, float height);
}

public sealed record Tick : Mark
{
    internal override float Room => 12;

    internal override void Draw(SKCanvas canvas, float x, float y, float height)
    {
        using var paint = Tone.Good.Stroke(1.2f);
        var middle = y + (height / 2);
        canvas.DrawPoints(SKPointMode.Polygon, [new(x + 1, middle), new(x + 3.5f, middle + 2.5f), new(x + 8.5f, middle - 3)], paint);
    }
}

public sealed record Warning : Mark
{
    internal override float Room => 12;

    internal override void Draw(SKCanvas canvas, float x, float y, float height)
    {
        using var paint = Tone.Bad.Stroke(0.8f);
        var middle = y + (height / 2);
        canvas.DrawPoints(SKPointMode.Polygon, [new(x + 4.5f, middle - 4), new(x + 9, middle + 3.5f), new(x, middle + 3.5f), new(x + 4.5f, middle - 4)], paint);
        canvas.DrawLine(x + 4.5f, middle - 1.2f, x + 4.5f, middle + 0.8f, paint);
        canvas.DrawPoint(x + 4.5f, middle + 2.2f, paint);
    }
}

/// <summary>Where a reading lies between its limits: a dot within, a diamond outside.</summary>
/// <param name="Least">Null when there is no such limit.</param>
public sealed record Gauge(double Value, double? Least, double? Most) : Mark
{
    private const float Width = 88;

    internal override float Room => Width;

    internal override void Draw(SKCanvas canvas, float x, float y, float height)
    {
        var middle = y + (height / 2);
        using var track = Tone.Track.Fill();
        using var good = Tone.Good.Fill();
        canvas.DrawRoundRect(x, middle - 1.2f, Width, 2.4f, 1.2f, 1.2f, track);
        var (from, until) = (Least is null ? 0 : 0.25f, Most is null ? 1 : 0.75f);
        canvas.DrawRect(x + (Width * from), middle - 1.2f, Width * (until - from), 2.4f, good);
        var at = x + 4 + ((Width - 8) * Place(from, until));
        if (Value >= (Least ?? double.MinValue) && Value <= (Most ?? double.MaxValue))
        {
            using var dot = Tone.Ink.Fill();
            canvas.DrawCircle(at, middle, 2.6f, dot);
            return;
        }

        using var path = new SKPathBuilder();
        path.AddPoly([new(at, middle - 3.2f), new(at + 3.2f, middle), new(at, middle + 3.2f), new(at - 3.2f, middle)]);
        using var diamond = path.Detach();
        using var line = Tone.Bad.Stroke(1);
        using var white = new SKPaint { Color = SKColors.White };
        canvas.DrawPath(diamond, white);
        canvas.DrawPath(diamond, line);
    }

    /// <summary>From 0 to 1: the limits lie at a quarter and at three quarters; a single limit a step of itself away from the end.</summary>
    private float Place(float from, float until)
    {
        var span = (Least, Most) switch
        {
            ({ } least, { } most) when most > least => most - least,
            ({ } least, null) => Math.Max(Math.Abs(least), 1),
            (null, { } most) => Math.Max(Math.Abs(most), 1),
            _ => 1,
        };
        var place = Least is { } low ? from + ((Value - low) / span * (until - from)) : until - (((Most ?? Value) - Value) / span * (until - from));
        return (float)Math.Clamp(place, 0, 1);
    }
}

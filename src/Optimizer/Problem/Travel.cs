namespace Callout.Optimizer;

/// <summary>Times and distances between places, asymmetric if need be. Seconds hold for free roads; a <see cref="TravelProfile"/> slows them by time of day.</summary>
public abstract class Travel
{
    public abstract int Places { get; }
    public abstract int Seconds(int from, int to);
    public abstract int Metres(int from, int to);
    public TravelProfile? Profile { get; init; }

    /// <summary>No leg is longer than this; proves that costs cannot overflow.</summary>
    internal abstract int MaxMetres { get; }

    /// <summary>Row-major <c>places x places</c> tables. Without metres the distance counts as zero.</summary>
    public static Travel Matrix(int places, int[] seconds, int[]? metres = null, TravelProfile? profile = null) =>
        new MatrixTravel(places, seconds, metres) { Profile = profile };

    /// <summary>Plane coordinates in metres, computed as needed: metres = round(detour x straight line), seconds = round(detour x straight line / metresPerSecond).</summary>
    public static Travel Coordinates(int[] x, int[] y, double detour, double metresPerSecond, TravelProfile? profile = null) =>
        new CoordinateTravel(x, y, detour, metresPerSecond) { Profile = profile };

    /// <summary>Whatever the caller knows. Must be pure: asked many times, from several threads, always the same answer.</summary>
    public static Travel Callback(int places, Func<int, int, int> seconds, Func<int, int, int>? metres = null, int maxMetres = 0, TravelProfile? profile = null) =>
        new CallbackTravel(places, seconds, metres, maxMetres) { Profile = profile };

    /// <summary>The same roads with some legs replaced, e.g. because one is closed.</summary>
    public Travel With(IReadOnlyDictionary<(int From, int To), Leg> replaced) => new ReplacedTravel(this, replaced) { Profile = Profile };
}

public readonly record struct Leg(int Seconds, int Metres);

/// <summary>
/// Speed by time of day in percent of free roads: slice i runs from Starts[i] to the next, over a day of <c>Period</c> seconds.
/// A drive passes through the slices it meets, so leaving later never means arriving earlier (Ichoua, Gendreau and Potvin, 2003).
/// </summary>
public sealed class TravelProfile
{
    public TravelProfile(IReadOnlyList<int> starts, IReadOnlyList<int> speedPercent, int period = 86_400)
    {
        InvalidProblem.If(period <= 0, "travel.profile", "The travel profile's period must be positive.");
        InvalidProblem.If(starts.Count == 0 || starts.Count != speedPercent.Count, "travel.profile", "The travel profile needs as many speeds as slices, at least one.");
        InvalidProblem.If(starts[0] != 0, "travel.profile", "The travel profile's first slice must start at 0.");
        for (var i = 0; i < starts.Count; i++)
        {
            InvalidProblem.If(i > 0 && starts[i] <= starts[i - 1] || starts[i] >= period, "travel.profile", $"Slice {i} of the travel profile starts out of order.");
            InvalidProblem.If(speedPercent[i] is < 1 or > 1000, "travel.profile", $"Slice {i} of the travel profile has a speed of {speedPercent[i]} %; 1 to 1,000 is possible.");
        }
        Starts = [.. starts, period];
        Speed = [.. speedPercent];
        Period = period;
    }

    internal int[] Starts { get; }
    internal int[] Speed { get; }
    internal int Period { get; }

    /// <summary>When somebody arrives who leaves at <paramref name="departs"/> for a leg of <paramref name="seconds"/> on free roads.</summary>
    public int Arrival(int departs, int seconds)
    {
        long left = seconds * 100L;
        long at = departs;
        var slice = SliceAt(departs);
        while (left > 0)
        {
            var within = (int)(((at % Period) + Period) % Period);
            long room = Starts[slice + 1] - within;
            var driven = room * Speed[slice];
            if (driven >= left) return (int)Math.Min(int.MaxValue / 2, at + (left + Speed[slice] - 1) / Speed[slice]);
            left -= driven;
            at += room;
            slice = slice + 1 == Speed.Length ? 0 : slice + 1;
        }
        return departs;
    }

    /// <summary>The last moment to leave so as to be there by <paramref name="arrives"/>.</summary>
    public int Departure(int arrives, int seconds)
    {
        // Every slice is driven at 1 % or more, so the search interval is bounded; leaving later never means arriving earlier.
        var (early, late) = ((int)Math.Max(int.MinValue / 2, arrives - seconds * 100L), arrives);
        while (early < late)
        {
            var middle = early + (late - early + 1) / 2;
            if (Arrival(middle, seconds) <= arrives) early = middle; else late = middle - 1;
        }
        return early;
    }

    private int SliceAt(int time)
    {
        var within = ((time % Period) + Period) % Period;
        var slice = Speed.Length - 1;
        while (Starts[slice] > within) slice--;
        return slice;
    }
}

internal sealed class MatrixTravel : Travel
{
    private readonly int[] _seconds;
    private readonly int[]? _metres;

    public MatrixTravel(int places, int[] seconds, int[]? metres)
    {
        InvalidProblem.If(places < 0 || seconds.Length != (long)places * places, "travel.matrix", $"A travel matrix of {places} places needs {(long)places * places} seconds, not {seconds.Length}.");
        InvalidProblem.If(metres is not null && metres.Length != seconds.Length, "travel.matrix", $"The distance matrix has {metres?.Length} entries, the time matrix {seconds.Length}.");
        for (var i = 0; i < seconds.Length; i++)
        {
            InvalidProblem.If(seconds[i] < 0 || metres?[i] < 0, "travel.negative", $"The way from place {i / places} to place {i % places} is negative.");
            InvalidProblem.If(seconds[i] > Problem.Largest || metres?[i] > Problem.Largest, "travel.range", $"The way from place {i / places} to place {i % places} is longer than {Problem.Largest}.");
        }
        Places = places;
        _seconds = seconds;
        _metres = metres;
        MaxMetres = metres is { Length: > 0 } ? metres.Max() : 0;
    }

    public override int Places { get; }
    public override int Seconds(int from, int to) => _seconds[from * Places + to];
    public override int Metres(int from, int to) => _metres is null ? 0 : _metres[from * Places + to];
    internal override int MaxMetres { get; }
}

internal sealed class CoordinateTravel : Travel
{
    private readonly int[] _x, _y;
    private readonly double _detour, _metresPerSecond;

    public CoordinateTravel(int[] x, int[] y, double detour, double metresPerSecond)
    {
        InvalidProblem.If(x.Length != y.Length, "travel.coordinates", $"There are {x.Length} x coordinates and {y.Length} y coordinates.");
        InvalidProblem.If(!(detour >= 1 && detour <= 100), "travel.coordinates", $"A detour factor of {detour} is not between 1 and 100.");
        InvalidProblem.If(!(metresPerSecond > 0 && metresPerSecond <= 1000), "travel.coordinates", $"A speed of {metresPerSecond} m/s is not between 0 and 1,000.");
        for (var i = 0; i < x.Length; i++)
            InvalidProblem.If(Math.Abs((long)x[i]) > 20_000_000 || Math.Abs((long)y[i]) > 20_000_000, "travel.coordinates", $"Place {i} lies more than 20,000 km from the origin.");
        (_x, _y, _detour, _metresPerSecond) = (x, y, detour, metresPerSecond);
        var longest = x.Length == 0 ? 0 : detour * Math.Sqrt(Square((long)x.Max() - x.Min()) + Square((long)y.Max() - y.Min())) + 1;
        InvalidProblem.If(longest > Problem.Largest || longest / metresPerSecond > Problem.Largest, "travel.range", $"Ways of {(long)longest} m at {metresPerSecond} m/s are longer than {Problem.Largest}.");
        MaxMetres = (int)longest + 1;
    }

    public override int Places => _x.Length;
    public override int Seconds(int from, int to) => (int)Math.Round(_detour * Line(from, to) / _metresPerSecond);
    public override int Metres(int from, int to) => (int)Math.Round(_detour * Line(from, to));
    internal override int MaxMetres { get; }

    private double Line(int from, int to) => Math.Sqrt(Square((long)_x[from] - _x[to]) + Square((long)_y[from] - _y[to]));
    private static double Square(long d) => (double)d * d;
}

internal sealed class CallbackTravel : Travel
{
    private readonly Func<int, int, int> _seconds;
    private readonly Func<int, int, int>? _metres;

    public CallbackTravel(int places, Func<int, int, int> seconds, Func<int, int, int>? metres, int maxMetres)
    {
        InvalidProblem.If(places < 0 || maxMetres < 0, "travel.callback", "The number of places and the longest distance cannot be negative.");
        (Places, _seconds, _metres, MaxMetres) = (places, seconds, metres, maxMetres);
    }

    public override int Places { get; }
    public override int Seconds(int from, int to)
    {
        var seconds = _seconds(from, to);
        InvalidProblem.If(seconds < 0, "travel.negative", $"The way from place {from} to place {to} takes {seconds} s.");
        InvalidProblem.If(seconds > Problem.Largest, "travel.range", $"The way from place {from} to place {to} takes {seconds} s; {Problem.Largest} is possible.");
        return seconds;
    }

    public override int Metres(int from, int to)
    {
        var metres = _metres?.Invoke(from, to) ?? 0;
        InvalidProblem.If(metres < 0 || metres > MaxMetres, "travel.metres", $"The way from place {from} to place {to} is {metres} m; 0 to {MaxMetres} was announced.");
        return metres;
    }

    internal override int MaxMetres { get; }
}

internal sealed class ReplacedTravel : Travel
{
    private readonly Travel _roads;
    private readonly IReadOnlyDictionary<(int From, int To), Leg> _replaced;

    public ReplacedTravel(Travel roads, IReadOnlyDictionary<(int From, int To), Leg> replaced)
    {
        foreach (var ((from, to), leg) in replaced)
        {
            InvalidProblem.If((uint)from >= (uint)roads.Places || (uint)to >= (uint)roads.Places, "place.unknown", $"A replaced leg leads from place {from} to place {to}; there are {roads.Places}, counted from 0.");
            InvalidProblem.If(leg.Seconds < 0 || leg.Metres < 0, "travel.negative", $"The way from place {from} to place {to} is negative.");
            InvalidProblem.If(leg.Seconds > Problem.Largest || leg.Metres > Problem.Largest, "travel.range", $"The way from place {from} to place {to} is longer than {Problem.Largest}.");
        }
        (_roads, _replaced) = (roads, replaced);
        MaxMetres = Math.Max(roads.MaxMetres, replaced.Values.Select(l => l.Metres).DefaultIfEmpty().Max());
    }

    public override int Places => _roads.Places;
    public override int Seconds(int from, int to) => _replaced.TryGetValue((from, to), out var leg) ? leg.Seconds : _roads.Seconds(from, to);
    public override int Metres(int from, int to) => _replaced.TryGetValue((from, to), out var leg) ? leg.Metres : _roads.Metres(from, to);
    internal override int MaxMetres { get; }
}

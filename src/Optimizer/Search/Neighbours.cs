namespace Callout.Optimizer;

/// <summary>For each stop the stops around it, nearest first, itself ahead of all.</summary>
internal sealed class Neighbours
{
    private readonly int[] _near;
    private readonly int _width;

    public Neighbours(Arena arena, int most)
    {
        var n = arena.FirstStop[arena.JobCount];
        _width = Math.Min(n, most);
        _near = new int[n * _width];
        var keys = new long[n];
        for (var s = 0; s < n; s++)
        {
            for (var o = 0; o < n; o++) keys[o] = (long)(s == o ? -1 : arena.Seconds(s, o)) << 20 | (uint)o;
            Array.Sort(keys);
            for (var i = 0; i < _width; i++) _near[s * _width + i] = (int)(keys[i] & 0xFFFFF);
        }
    }

    public ReadOnlySpan<int> Of(int stop) => _near.AsSpan(stop * _width, _width);
}

namespace Callout.Optimizer;

/// <summary>A number for each <see cref="Measure"/>, in its unit.</summary>
public sealed class Measures
{
    private static readonly int Count = Enum.GetValues<Measure>().Length;
    private readonly Int128[] _values = new Int128[Count];

    public Int128 this[Measure measure]
    {
        get => _values[(int)measure];
        internal set => _values[(int)measure] = value;
    }

    internal void Add(Measures other)
    {
        for (var i = 0; i < Count; i++) _values[i] += other._values[i];
    }

    public override string ToString() => string.Join(", ", Enum.GetValues<Measure>().Where(m => this[m] != 0).Select(m => $"{m} {this[m]}"));
}

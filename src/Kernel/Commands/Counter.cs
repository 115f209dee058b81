namespace Callout.Kernel;

/// <summary>The last number given in a series, such as that of the work orders.</summary>
public sealed class Counter
{
    public string Series { get; internal init; } = "";

    public long Last { get; internal set; }
}

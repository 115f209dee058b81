namespace Callout.Kernel;

/// <summary>The price of one unit in millionths of the currency's minor unit, so that 3.125 cents a minute is exact.</summary>
public readonly record struct Rate(long Micro, string Currency)
{
    public static Rate PerUnit(Money price) => new(checked(price.Minor * 1_000_000), price.Currency);

    /// <summary>The one place where a price is rounded: half away from zero, to the minor unit. The quantity is in thousandths.</summary>
    public Money For(long milliUnits)
    {
        var exact = (Int128)Micro * milliUnits;
        var half = exact < 0 ? -500_000_000L : 500_000_000L;
        return new Money((long)((exact + half) / 1_000_000_000), Currency);
    }
}

namespace Callout.Kernel;

/// <summary>An amount in the minor units of its currency (cents, or shillings where there are none).</summary>
public readonly record struct Money(long Minor, string Currency)
{
    public static Money Zero(string currency) => new(0, currency);

    public static Money operator +(Money left, Money right) => left with { Minor = checked(left.Minor + right.In(left.Currency)) };

    public static Money operator -(Money left, Money right) => left with { Minor = checked(left.Minor - right.In(left.Currency)) };

    public static Money operator -(Money amount) => amount with { Minor = checked(-amount.Minor) };

    /// <summary>Splits by weight without losing a unit; what does not divide goes to the largest remainders, the earlier first.</summary>
    public IReadOnlyList<Money> Allocate(params ReadOnlySpan<long> weights)
    {
        Int128 total = 0;
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight);
            total += weight;
        }

        ArgumentOutOfRangeException.ThrowIfZero(total, nameof(weights));
        var shares = new (long Minor, Int128 Remainder, int Index)[weights.Length];
        for (var i = 0; i < weights.Length; i++)
        {
            var (share, remainder) = Int128.DivRem((Int128)Math.Abs((decimal)Minor) * weights[i], total);
            shares[i] = ((long)share, remainder, i);
        }

        var left = (long)((Int128)Math.Abs((decimal)Minor) - shares.Aggregate((Int128)0, (sum, share) => sum + share.Minor));
        foreach (var share in shares.OrderByDescending(s => s.Remainder).ThenBy(s => s.Index).Take((int)left)) shares[share.Index].Minor++;

        var (currency, sign) = (Currency, Minor < 0 ? -1 : 1);
        return [.. shares.Select(s => new Money(sign * s.Minor, currency))];
    }

    /// <summary>A share in hundredths of a per cent, such as a tax; rounded half away from zero, to the minor unit.</summary>
    public Money Share(int hundredthsOfPercent)
    {
        var exact = (Int128)Minor * hundredthsOfPercent;
        return this with { Minor = checked((long)((exact + (exact < 0 ? -5_000 : 5_000)) / 10_000)) };
    }

    public override string ToString() => $"{Minor} {Currency} (minor units)";

    private long In(string currency) =>
        Currency == currency ? Minor : throw new InvalidOperationException($"{Currency} cannot be added to {currency}.");
}

namespace Callout.Kernel.Tests;

public sealed class MoneyTests
{
    [Theory]
    [InlineData(100, new long[] { 1, 1, 1 }, new long[] { 34, 33, 33 })]
    [InlineData(-100, new long[] { 1, 1, 1 }, new long[] { -34, -33, -33 })]
    [InlineData(5, new long[] { 0, 7, 3 }, new long[] { 0, 4, 1 })]
    [InlineData(long.MaxValue, new long[] { 1, 0 }, new long[] { long.MaxValue, 0 })]
    public void Splitting_an_amount_loses_nothing(long minor, long[] weights, long[] expected) =>
        Assert.Equal(expected, new Money(minor, "KES").Allocate(weights).Select(m => m.Minor));

    [Fact]
    public void Shillings_are_not_added_to_dollars() =>
        Assert.Throws<InvalidOperationException>(() => new Money(1, "KES") + new Money(1, "USD"));

    [Theory]
    [InlineData(3_125_000, 1_000, 3)]
    [InlineData(3_500_000, 1_000, 4)]
    [InlineData(-3_500_000, 1_000, -4)]
    [InlineData(1_000_000, 2_500, 3)]
    public void A_price_is_rounded_half_away_from_zero(long micro, long milliUnits, long minor) =>
        Assert.Equal(new Money(minor, "KES"), new Rate(micro, "KES").For(milliUnits));
}

using Callout.Contracts;

namespace Callout.Modules.Tests.Contracts;

public sealed class SlaTermTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 11, 23, 6, 0);

    private static readonly SlaTerm FourHours = new(
        SlaKind.Arrival, Duration.FromHours(4), new OpeningTimes(DateTimeZone.Utc, OpenHours.Always, []), [PauseReason.Customer]);

    [Fact]
    public void While_it_is_paused_nobody_knows_when_it_is_due()
    {
        var hour = Duration.FromHours(1);
        var reading = FourHours.Read(Monday, [new(PauseReason.Customer, Monday + hour)], null, Monday + (hour * 9));

        Assert.Equal((SlaState.Paused, null, hour * 3), (reading.State, reading.Due, reading.Left));
        Assert.Single(reading.Excluded);
    }

    [Fact]
    public void A_reason_that_the_policy_does_not_name_stops_nothing()
    {
        var reading = FourHours.Read(Monday, [new(PauseReason.Weather, Monday)], null, Monday + Duration.FromHours(1));
        Assert.Equal((SlaState.Running, Monday + Duration.FromHours(4), 0), (reading.State, reading.Due, reading.Excluded.Count));
    }

    [Fact]
    public void How_late_it_is_is_told_in_working_time()
    {
        var reading = FourHours.Read(Monday, [], null, Monday + Duration.FromHours(6));
        Assert.Equal((SlaState.Breached, Duration.FromHours(-2)), (reading.State, reading.Left));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 600_000)]
    [InlineData(60, 600_000)]
    [InlineData(61, 700_000)]
    [InlineData(6000, 2_000_000)]
    public void A_penalty_grows_with_each_hour_begun_up_to_its_limit(int minutesLate, long minor)
    {
        var penalty = new SlaPenalty(new Money(500_000, "KES"), new Money(100_000, "KES"), new Money(2_000_000, "KES"));
        Assert.Equal(new Money(minor, "KES"), penalty.For(Duration.FromMinutes(minutesLate)));
    }
}

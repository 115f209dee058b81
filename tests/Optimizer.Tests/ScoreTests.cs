using static Callout.Optimizer.Tests.Tiny;

namespace Callout.Optimizer.Tests;

/// <summary>Each measure of one small plan, counted by hand.</summary>
public class ScoreTests
{
    private static readonly Technician Worker = Ann with { Stock = [], PerHour = 3600, PerKilometre = 50, PerOvertimeMinute = 60, Shifts = [new(0, 700) { OvertimeLimit = 300, Reserve = 200, Breaks = [new(0, 900, 50)] }, new(2000, 2100) { Reserve = 130 }] };

    /// <summary>Ann drives 100 s, works 60 s, rests 50 s, drives 200 s, works 130 s, drives 300 s: back at 840 of a shift that ends at 700.</summary>
    private static readonly Problem World = Problem([Worker, Bob],
    [
        J with { PreferredTechnicians = [1], Promise = new(0, 99, 7), Current = new(1, 40), Windows = [new(0, 10, LatePerMinute: 5), new(162, 200, EarlyPerMinute: 4)] },
        new Job("K", 3, 130) { Due = 410, LatePerMinute = 11, Current = new(0, 410) },
        J with { Id = "L", Priority = 6, Current = new(0, 0) },
        J with { Id = "M", Priority = 9, LeaveOutPrice = 13 },
    ], objective: new Objective([new(Measure.UnservedJobs, 3), new(Measure.LeftOut)], [new(Measure.TravelTime, 2)]));

    private static readonly Plan Made = Plan(World, Tour(0, 0, 840, Work(0, 100, 160), Rest(160, 210), Work(1, 410, 540)));
    private static readonly Score Counted = Score.Of(World, Made);

    [Fact]
    public void The_plan_obeys() => Assert.True(Check.Of(World, Made).Obeys, Check.Of(World, Made).ToString());

    [Theory]
    [InlineData(Measure.UnservedJobs, 1)]               // L; M has a price
    [InlineData(Measure.UnservedPriority, 6)]
    [InlineData(Measure.LeftOut, 13)]
    [InlineData(Measure.PromisesBroken, 7)]
    [InlineData(Measure.SlaLateness, 33)]               // 130 s are 3 begun minutes
    [InlineData(Measure.SoftWindows, 8)]                // 62 s early are 2 begun minutes at 4, cheaper than 90 s late at 5
    [InlineData(Measure.Overtime, 140)]
    [InlineData(Measure.TravelTime, 600)]
    [InlineData(Measure.Distance, 6000)]
    [InlineData(Measure.Cost, 790L * 3600 * 1000 + 6000L * 50 * 3600 + 140L * 60 * 60_000)]
    [InlineData(Measure.Duration, 840)]
    [InlineData(Measure.Imbalance, 169)]                // 790 s are 13 whole minutes
    [InlineData(Measure.ChangedTechnician, 1)]          // J, which Bob had
    [InlineData(Measure.ChangedTime, 1)]                // J by 60 s, K not at all
    [InlineData(Measure.Moved, 2)]                      // J, and L, which is gone
    [InlineData(Measure.Earliest, 1 + 6)]
    [InlineData(Measure.ReserveShort, 340 + 30)]        // 700 - 790 - 50 = -140 of 200; 100 of 130
    [InlineData(Measure.NotPreferred, 1)]
    public void Every_measure_is_counted(Measure measure, long expected) => Assert.Equal(expected, (long)Counted.Total[measure]);

    [Fact]
    public void Each_measure_is_tested() => Assert.Equal(Enum.GetValues<Measure>().Length, GetType().GetMethod(nameof(Every_measure_is_counted))!.GetCustomAttributes(typeof(InlineDataAttribute), false).Length);

    [Fact]
    public void A_technician_has_his_tours_and_his_jobs()
    {
        Assert.Equal(600, Counted.Technicians[0][Measure.TravelTime]);
        Assert.Equal(33, Counted.Technicians[0][Measure.SlaLateness]);
        Assert.Equal(0, Counted.Technicians[0][Measure.UnservedJobs]);
        Assert.Equal(0, Counted.Technicians[1][Measure.TravelTime]);
    }

    [Fact]
    public void A_job_has_what_it_brings_about()
    {
        Assert.Equal(8, Counted.Jobs[0][Measure.SoftWindows]);
        Assert.Equal(33, Counted.Jobs[1][Measure.SlaLateness]);
        Assert.Equal(1, Counted.Jobs[2][Measure.UnservedJobs]);
        Assert.Equal(13, Counted.Jobs[3][Measure.LeftOut]);
    }

    [Fact]
    public void Levels_are_weighted_and_compared_from_the_top()
    {
        Assert.Equal([(Int128)16, 1200], Counted.Levels);
        var idle = Score.Of(World, Plan(World));
        Assert.True(Counted.CompareTo(idle) < 0);
        Assert.True(idle.CompareTo(Counted) > 0);
        Assert.Equal(0, Counted.CompareTo(Score.Of(World, Made)));
    }

    [Fact]
    public void Slow_roads_take_longer_but_are_not_longer()
    {
        var problem = Problem([Ann], [J], travel: Street(new TravelProfile([0, 100], [50, 100])));
        var score = Score.Of(problem, Plan(problem, Tour(0, 0, 310, Work(0, 150, 210))));
        Assert.Equal((250, 2000), ((int)score.Total[Measure.TravelTime], (int)score.Total[Measure.Distance]));
    }

    [Fact]
    public void Pieces_are_late_and_outside_windows_each_by_itself()
    {
        var problem = For(Ann, J with { Split = new(20, 2), Due = 0, LatePerMinute = 1, Windows = [new(0, 100, LatePerMinute: 10)] });
        var score = Score.Of(problem, Plan(problem, Tour(0, 0, 700, Work(0, 100, 130, 0, 2), Work(0, 200, 230, 1, 2, arrive: 130))));
        Assert.Equal((20, 4), ((int)score.Total[Measure.SoftWindows], (int)score.Total[Measure.SlaLateness]));
    }

    [Fact]
    public void A_crew_is_outside_a_window_once()
    {
        var problem = Problem([Ann, Bob], [J with { Crew = [new("mate")], Windows = [new(0, 40, LatePerMinute: 10)] }]);
        Assert.Equal(10, (int)Score.Of(problem, Plan(problem, Tour(0, 0, 260, Work(0, 100, 160)), Tour(1, 0, 260, Work(0, 100, 160, 1)))).Total[Measure.SoftWindows]);
    }
}

using FsCheck.Xunit;
using static Callout.Optimizer.Tests.Tiny;

namespace Callout.Optimizer.Tests;

/// <summary>Tours that are driven as early as can be obey, and nothing on them can be any earlier.</summary>
public class CheckProperties
{
    private const string Seed = "3141592653,589793239";

    private static (Problem Problem, Route Tour) Driven(byte[] places)
    {
        var jobs = places.Select((place, i) => new Job($"J{i}", place % 10, place)).ToArray();
        var problem = For(Ann with { Shifts = [new(0, 100_000)] }, jobs);
        var (at, clock) = (0, 0);
        var stops = jobs.Select((job, i) =>
        {
            var start = clock + 100 * Math.Abs(job.Place - at);
            (at, clock) = (job.Place, start + job.Duration);
            return Work(i, start, clock);
        }).ToArray();
        return (problem, Tour(0, 0, clock + 100 * at, stops));
    }

    [Property(Replay = Seed)]
    public void Driving_as_early_as_can_be_obeys(byte[] places)
    {
        if (places is not { Length: > 0 and < 50 }) return;
        var (problem, tour) = Driven(places);
        Assert.True(Check.Of(problem, Plan(problem, tour)).Obeys);
        var score = Score.Of(problem, Plan(problem, tour));
        Assert.Equal(tour.Returns, score.Total[Measure.Duration]);
        Assert.Equal(score.Total[Measure.TravelTime] * 10, score.Total[Measure.Distance]);
        Assert.Equal(tour.Returns - places.Sum(p => p), score.Total[Measure.TravelTime]);
    }

    [Property(Replay = Seed)]
    public void No_stop_can_be_a_second_earlier(byte[] places, byte which)
    {
        if (places is not { Length: > 0 and < 50 }) return;
        var (problem, tour) = Driven(places);
        var stops = tour.Stops.ToArray();
        ref var stop = ref stops[which % stops.Length];
        stop = stop with { Arrive = stop.Arrive - 1, Start = stop.Start - 1, End = stop.End - 1 };
        Assert.False(Check.Of(problem, Plan(problem, tour with { Stops = stops })).Obeys);
    }

    [Property(Replay = Seed)]
    public void Any_row_of_numbers_is_judged_and_scored_without_an_exception(int[] numbers)
    {
        var problem = Problem([Ann with { Shifts = [new(0, 1000) { Breaks = [new(0, 900, 5)], Commitments = [new(50, 60)] }] }, Bob], [J, J with { Id = "K", Crew = [new("mate")] }, J with { Id = "L", Split = new(20, 2) }], warehouses: [new("W", 1, 10)]);
        var stops = numbers.Chunk(7).Where(c => c.Length == 7).Select(c => new Stop((StopKind)(c[0] % 5), c[1] % 4, c[2] % 3, c[3], c[4], c[5], c[6])).ToArray();
        var plan = new Plan([Tour(numbers.Length % 3, numbers.FirstOrDefault(), numbers.LastOrDefault(), stops)], []);
        Assert.False(Check.Of(problem, plan).Obeys);
        Assert.True(Score.Of(problem, plan).Total[Measure.UnservedJobs] >= 0);
    }
}

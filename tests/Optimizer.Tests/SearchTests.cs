namespace Callout.Optimizer.Tests;

/// <summary>What is asked of every search: the optimum of what can be enumerated, the same plan for the same seed, and an answer at any moment.</summary>
public class SearchTests
{
    /// <summary>Features of which every job is one stop that needs nothing fetched, so that orders and assignments are all that there is.</summary>
    public static TheoryData<string> Countable => new("plain", "fixed break", "break in a window", "two breaks", "commitment at a place", "start nowhere", "end nowhere", "overtime", "skills", "territories",
        "percentages", "several windows", "due times", "preferred", "required", "optional", "promise", "promise with a price", "one-way roads", "rush hours", "several shifts",
        "objective: Duration", "objective: Imbalance", "objective: Cost", "objective: ChangedTechnician",
        "objective: Earliest", "objective: ReserveShort");

    [Theory, MemberData(nameof(Countable))]
    public void The_optimum_of_a_tiny_problem_is_found(string feature) => Cases.Each(5, 2, 4, one =>
    {
        var model = new Model(one.Of(feature).Problem);
        var found = Solver.Solve(model.Problem, new Until { Iterations = 1_000 }, new SolveOptions { Seed = (ulong)one.Seed }).Plan;
        Assert.Equal(new Enumeration(model).Best(), Plans.Read(model, found).Total);
    });

    [Theory]
    [InlineData("plain")]
    [InlineData("all relations together")]
    [InlineData("all windows together")]
    [InlineData("all parts together")]
    public void The_same_seed_and_iterations_give_the_same_plan(string feature)
    {
        var problem = Features.Of(feature, 3).Problem;
        foreach (var threads in new[] { 1, 2 })
            Assert.Equal(SolveTests.Starts(Once(threads)), SolveTests.Starts(Once(threads)));

        Plan Once(int threads) => Solver.Solve(problem, new Until { Iterations = 200 }, new SolveOptions { Seed = 7, Threads = threads }).Plan;
    }

    [Fact]
    public void Ended_at_any_moment_it_answers_with_a_plan_that_obeys()
    {
        var problem = Features.Of("all people together", 2).Problem;
        for (var moment = 0; moment < 12; moment++)
        {
            using var stop = new CancellationTokenSource();
            var looks = 0;
            double Clock()
            {
                if (looks++ == moment) stop.Cancel();
                return 0;
            }
            var plan = Solver.Solve(problem, new Until { Iterations = 12_000, Seconds = 1, Elapsed = Clock }, new SolveOptions { Cancel = stop.Token }).Plan;
            Assert.True(Check.Of(problem, plan).Obeys);
        }
    }
}

/// <summary>Every assignment of jobs to tours in every order, each tour timed in full.</summary>
internal sealed class Enumeration(Model model)
{
    private readonly Timing _timing = new(model, new Pins(model));
    private readonly Dictionary<(int Tour, int Set), Cost> _best = [];

    public Cost Best() => From(0, new int[model.Tours]);

    private Cost From(int job, int[] sets)
    {
        if (job == model.Jobs.Length)
        {
            var total = Cost.Zero;
            for (var tour = 0; tour < sets.Length; tour++)
            {
                var cost = Cheapest(tour, sets[tour]);
                if (cost >= Cost.Infinite) return Cost.Infinite;
                total += cost;
            }
            return total;
        }
        var least = From(job + 1, sets) is var without && without < Cost.Infinite ? without + model.LeftOut[job] : Cost.Infinite;
        for (var tour = 0; tour < sets.Length; tour++)
        {
            if (!model.MayServe(model.FirstStop[job], tour)) continue;
            sets[tour] |= 1 << job;
            if (Cheapest(tour, sets[tour]) < Cost.Infinite && From(job + 1, sets) is var with && with < least) least = with;
            sets[tour] &= ~(1 << job);
        }
        return least;
    }

    private Cost Cheapest(int tour, int set)
    {
        if (_best.TryGetValue((tour, set), out var known)) return known;
        var stops = Enumerable.Range(0, model.Jobs.Length).Where(j => (set >> j & 1) == 1).Select(j => model.FirstStop[j]).ToList();
        for (var c = 0; c < model.Commitments; c++) if (model.CommitmentTour[c] == tour) stops.Add(model.Work + c);
        return _best[(tour, set)] = Orders(tour, [], stops);
    }

    private Cost Orders(int tour, int[] row, List<int> rest)
    {
        if (rest.Count == 0)
        {
            new Draft(model).Stock(tour, _timing);
            return _timing.Run(tour, row) ? _timing.Cost : Cost.Infinite;
        }
        var least = Cost.Infinite;
        foreach (var next in rest)
            if (Orders(tour, [.. row, next], [.. rest.Where(s => s != next)]) is var cost && cost < least) least = cost;
        return least;
    }
}

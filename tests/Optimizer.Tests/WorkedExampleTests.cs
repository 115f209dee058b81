namespace Callout.Optimizer.Tests;

/// <summary>The readme's example, as it stands there.</summary>
public class WorkedExampleTests
{
    [Fact]
    public void The_worked_example_works()
    {
        var problem = new Problem
        {
            Travel = Travel.Matrix(3, [0, 600, 1200, 600, 0, 600, 1200, 600, 0]),
            Skills = ["gas"],
            Technicians = [new("Ann") { StartPlace = 0, EndPlace = 0, Skills = [new(0)], Shifts = [new(8 * 3600, 12 * 3600) { Breaks = [new(10 * 3600, 11 * 3600, 900)] }] }],
            Jobs = [new("boiler", Place: 2, Duration: 3600) { Skills = [new(0)], Windows = [new(9 * 3600, 10 * 3600)] }, new("tap", 1, 1800), new("meter", 1, 1200)],
        };
        var plan = Solver.Solve(problem, new Until { Iterations = 1_000 }).Plan;
        Assert.Empty(plan.Unassigned);

        var planner = new Planner(problem, plan);
        Assert.Equal("Ann is the only one who can do boiler while other work stays as it is.", planner.Explain(0).Text);
        var repaired = planner.Repair(new RunsLate(0, 11 * 3600), new Until { Iterations = 500 }, new RepairOptions { Now = 10 * 3600 });
        Assert.True(Check.Of(repaired.Problem, repaired.Plan).Obeys);
        Assert.Contains(repaired.Plan.Routes[0].Stops, s => s is { Kind: StopKind.Work, Index: 0, End: 11 * 3600 });
    }
}

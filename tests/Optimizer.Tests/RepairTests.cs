using static Callout.Optimizer.Tests.World;

namespace Callout.Optimizer.Tests;

/// <summary>The table's last column: whatever happens to whatever plan, the repaired one obeys, keeps what has begun, and is there at once.</summary>
public class RepairTests
{
    public static TheoryData<string> All => new(Features.Names);

    private static IEnumerable<Change> Changes(Problem problem, Plan plan, int seed)
    {
        var now = 9 * Hour;
        yield return new TechnicianOut(0, 0, World.Day);
        yield return new TechnicianOut(1, now, 10 * Hour);
        yield return new TechnicianOut(0, now + 1800, World.Day);
        yield return new PartGone(0, Technician: 1, Warehouse: problem.Warehouses.Count > 0 ? 0 : null);
        yield return new RoadClosed(new Dictionary<(int, int), Leg> { [(1, 2)] = new(3 * Hour, 9000), [(2, 1)] = new(3 * Hour, 9000) });
        yield return new Emergency(new Job("emergency", 3, 1800) { Priority = 9, Windows = [new(now, now + 2 * Hour)] });
        if (plan.Routes.SelectMany(r => r.Stops).Where(s => s is { Kind: StopKind.Work, Part: 0 }).ToArray() is not { Length: > 0 } work) yield break;
        var stop = work[seed % work.Length];
        yield return new RunsLate(stop.Index, stop.End + 1200);
        yield return new NoShow(stop.Index);
        if (stop.Start > now) yield return new Cancelled(stop.Index);
    }

    [Theory, MemberData(nameof(All))]
    public void A_repaired_plan_obeys_and_keeps_what_has_begun(string feature) => Cases.Each(3, 3, 6, one =>
    {
        var problem = one.Of(feature).Problem;
        var plan = Solver.Solve(problem, new Until { Iterations = 30 }, new SolveOptions { Seed = (ulong)one.Seed }).Plan;
        var planner = new Planner(problem, plan);
        foreach (var change in Changes(problem, planner.Plan, one.Seed))
            foreach (int? now in (int?[])[null, 9 * Hour])
            {
                Plan? first = null;
                if (change is NoShow or RunsLate or TechnicianOut { From: > 0 } && now is null) continue;
                if (problem.FrozenUntil > 9 * Hour) continue;
                var which = $"{feature} {change} {now}";
                Repaired repaired;
                try { repaired = planner.Repair(change, new Until { Iterations = 60 }, new RepairOptions { Now = now, FreezeHorizon = 900 * (one.Seed % 3), Report = p => first ??= p }); }
                catch (InvalidProblem refused) when (refused.Code == "commitment.unreachable") { continue; }
                catch (Exception broken) { throw new InvalidOperationException(which, broken); }
                var verdict = Check.Of(repaired.Problem, repaired.Plan);
                Assert.True(verdict.Obeys, $"{which}: {verdict}");
                Assert.True(Check.Of(repaired.Problem, first!).Obeys, $"{which}: {Check.Of(repaired.Problem, first!)}");
            }
    });
}

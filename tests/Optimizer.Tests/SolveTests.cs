namespace Callout.Optimizer.Tests;

/// <summary>The table's first column: whatever a problem asks for, plans obey it and cost what the search believes.</summary>
public class SolveTests
{
    public static TheoryData<string> All => new(Features.Names);

    [Theory, MemberData(nameof(All))]
    public void A_plan_obeys_every_rule_and_costs_what_the_search_believes(string feature)
    {
        for (var seed = 0; seed < 6; seed++)
        {
            var problem = Features.Of(feature, seed).Problem;
            var plan = Solver.Solve(problem, new Until { Iterations = 150 }, new SolveOptions { Seed = (ulong)seed }).Plan;
            var verdict = Check.Of(problem, plan);
            Assert.True(verdict.Obeys, $"{feature} {seed}: {verdict}");
            var model = new Model(problem);
            var draft = Plans.Read(model, plan);
            Assert.Equal(Starts(plan), Starts(Plans.Write(draft)));
            var empty = Plans.Write(new Draft(model));
            Assert.True(draft.Total - new Draft(model).Total == Folded(model, Score.Of(problem, plan)) - Folded(model, Score.Of(problem, empty)),
                $"{feature} {seed}: {draft.Total - new Draft(model).Total} {Folded(model, Score.Of(problem, plan)) - Folded(model, Score.Of(problem, empty))}");
        }
    }

    /// <summary>Who does which work when.</summary>
    internal static string Starts(Plan plan) => string.Join('\n', plan.Routes.Select(r => $"{r.Technician}/{r.Shift}: {string.Join(' ', r.Stops.Where(s => s.Kind == StopKind.Work))}"));

    internal static Cost Folded(Model model, Score score)
    {
        var sum = Cost.Zero;
        foreach (var measure in Enum.GetValues<Measure>()) sum += Model.Times(model.Fold.Weight(measure), (long)score.Total[measure]);
        return sum;
    }
}

namespace Callout.Optimizer.Tests;

/// <summary>The table's first column: whatever a problem asks for, plans obey it and cost what the search believes.</summary>
public class SolveTests
{
    public static TheoryData<string> All => new(Features.Names);

    [Theory, MemberData(nameof(All))]
    public void A_plan_obeys_every_rule_and_costs_what_the_search_believes(string feature) => Cases.Each(6, 3, 5, one =>
    {
        var problem = one.Of(feature).Problem;
        var plan = Solver.Solve(problem, new Until { Iterations = 150 }, new SolveOptions { Seed = (ulong)one.Seed }).Plan;
        var verdict = Check.Of(problem, plan);
        Assert.True(verdict.Obeys, $"{feature}: {verdict}");
        var model = new Model(problem);
        var draft = Plans.Read(model, plan);
        Assert.Equal(Starts(plan), Starts(Plans.Write(draft)));
        var empty = Plans.Write(new Draft(model));
        Assert.Equal(Folded(model, Score.Of(problem, plan)) - Folded(model, Score.Of(problem, empty)), draft.Total - new Draft(model).Total);
    });

    /// <summary>Of a job that is alone: related ones move others with them.</summary>
    [Theory, MemberData(nameof(All))]
    public void A_move_changes_the_plan_by_what_was_predicted(string feature) => Cases.Each(6, 3, 5, one =>
    {
        var model = new Model(one.Of(feature).Problem);
        var draft = new Draft(model);
        var arena = new Arena(draft, [.. Enumerable.Range(0, model.Tours)], [.. Enumerable.Range(0, model.Jobs.Length).Where(j => !model.IsFrozen(j))]);
        var (rng, untilBlink, empty) = (new Rng((ulong)one.Seed), int.MaxValue, arena.Total);
        for (var job = 0; job < arena.JobCount; job++)
        {
            if (!model.Alone[arena.GlobalJob[job]]) continue;
            arena.Begin();
            var before = arena.Total;
            var place = arena.Best(arena.FirstStop[job], ref untilBlink, ref rng);
            if (!place.Found) continue;
            arena.Put(job, place);
            Assert.False(arena.Broken);
            Assert.Equal(before + place.Delta - arena.LeftOut[job], arena.Total);
            arena.Commit();
            var recomputed = new Draft(model);
            arena.WriteTo(recomputed, [.. Enumerable.Range(0, arena.TourCount).Select(arena.GlobalStops)], arena.Pins);
            Assert.Equal(recomputed.Total - draft.Total, arena.Total - empty);
        }
    });

    /// <summary>Who does which work when.</summary>
    internal static string Starts(Plan plan) => string.Join('\n', plan.Routes.Select(r => $"{r.Technician}/{r.Shift}: {string.Join(' ', r.Stops.Where(s => s.Kind == StopKind.Work))}"));

    internal static Cost Folded(Model model, Score score)
    {
        var sum = Cost.Zero;
        foreach (var measure in Enum.GetValues<Measure>()) sum += Model.Times(model.Fold.Weight(measure), (long)score.Total[measure]);
        return sum;
    }
}
